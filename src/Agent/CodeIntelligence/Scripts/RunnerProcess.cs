using System.Buffers.Binary;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Websopy.SemanticKernel.CodeIntelligence.Scripts.Runner;

namespace Websopy.SemanticKernel.CodeIntelligence.Scripts;

/// <summary>A process that has given up its rights and waits for the one script that it will run.</summary>
internal sealed partial class RunnerProcess : IAsyncDisposable
{
    private const int Aborted = 128 + 6, Killed = 128 + 9, OutOfCpuTime = 128 + 24, FileTooLarge = 128 + 25;
    private const int MaxStartErrorBytes = 4 << 10;

    private readonly Process _process;
    private readonly string? _tempFolder;
    private ScriptLimit? _stoppedBy;

    private RunnerProcess(Process process, string? tempFolder) => (_process, _tempFolder) = (process, tempFolder);

    public bool HasExited => _process.HasExited;

    private bool Sandboxed => _tempFolder is null;

    /// <summary>
    /// Starts it and waits until it is confined. Cannot be cancelled: bubblewrap, killed while it makes its namespaces,
    /// leaves a half-made process behind that waits for it for ever.
    /// </summary>
    /// <param name="starter">The thread that the process lives and dies with.</param>
    /// <param name="start">What to start.</param>
    /// <param name="tempFolder">The folder to delete with the process; null in the sandbox, which has its own.</param>
    /// <exception cref="CodeException">It could not be confined.</exception>
    public static async Task<RunnerProcess> StartAsync(ProcessThread starter, ProcessStartInfo start, string? tempFolder)
    {
        RunnerProcess runner = new(await starter.StartAsync(start).ConfigureAwait(false), tempFolder);
        try
        {
            var first = new byte[1];
            var read = await runner._process.StandardOutput.BaseStream.ReadAsync(first, CancellationToken.None).ConfigureAwait(false);
            if (read == 1 && first[0] == ScriptRunner.Ready)
                return runner;
            BoundedOutput error = new(MaxStartErrorBytes);
            await error.ReadAsync(runner._process.StandardError.BaseStream, static () => { }).ConfigureAwait(false);
            throw new CodeException(CodeErrorKind.SandboxUnavailable,
                "The sandbox for scripts could not be set up, so the script was not run: this system may forbid namespaces to its users.",
                new InvalidOperationException(error.ToString()));
        }
        catch
        {
            await runner.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Runs a script to its end or to a limit.</summary>
    /// <returns>The result; null if the process had ended before it was given the script.</returns>
    public async Task<ScriptResult?> RunAsync(CompiledScript script, ScriptOptions options, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var begun = timeProvider.GetTimestamp();
        if (!await TrySendAsync(script, cancellationToken).ConfigureAwait(false))
            return null;
        BoundedOutput output = new(options.OutputBytes), error = new(options.OutputBytes);
        using (CancellationTokenSource wall = new(options.WallTime, timeProvider))
        using (wall.Token.Register(() => Stop(ScriptLimit.WallTime)))
        using (cancellationToken.Register(Kill))
        {
            await Task.WhenAll(
                output.ReadAsync(_process.StandardOutput.BaseStream, () => Stop(ScriptLimit.Output)),
                error.ReadAsync(_process.StandardError.BaseStream, () => Stop(ScriptLimit.Output))).ConfigureAwait(false);
            await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var errorText = error.ToString();
        return new ScriptResult(_process.ExitCode, output.ToString(), errorText, timeProvider.GetElapsedTime(begun),
            _stoppedBy ?? LimitOf(_process.ExitCode, errorText), Sandboxed);
    }

    /// <summary>Ends the process and everything in its namespace.</summary>
    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        // The namespace falls after bubblewrap has; the output ends when the last process in it is gone.
        await _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None).ConfigureAwait(false);
        _process.Dispose();
        if (_tempFolder is not null)
            Directory.Delete(_tempFolder, recursive: true);
    }

    /// <summary>What an exit code says about the kernel's limits, by the signal, and about the runtime's.</summary>
    internal static ScriptLimit? LimitOf(int exitCode, string error) => exitCode switch
    {
        OutOfCpuTime => ScriptLimit.CpuTime,
        Killed => ScriptLimit.Killed,
        FileTooLarge => ScriptLimit.FileSize,
        Aborted when MemoryExhausted().IsMatch(error) => ScriptLimit.Memory,
        _ => null,
    };

    [GeneratedRegex("OutOfMemoryException|Out of memory|[Ff]ailed to create.*thread|GC heap initialization failed", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MemoryExhausted();

    private async Task<bool> TrySendAsync(CompiledScript script, CancellationToken cancellationToken)
    {
        try
        {
            var input = _process.StandardInput.BaseStream;
            foreach (var block in (byte[][])[script.Assembly, script.Symbols])
            {
                var length = new byte[sizeof(int)];
                BinaryPrimitives.WriteInt32LittleEndian(length, block.Length);
                await input.WriteAsync(length, cancellationToken).ConfigureAwait(false);
                await input.WriteAsync(block, cancellationToken).ConfigureAwait(false);
            }

            _process.StandardInput.Close();
            return true;
        }
        catch (IOException)
        {
            // The pipe is broken: whoever waited at its other end is gone, and nothing has been run.
            return false;
        }
    }

    private void Stop(ScriptLimit limit)
    {
        _stoppedBy ??= limit;
        Kill();
    }

    private void Kill() => _process.Kill();
}
