using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Websopy.SemanticKernel.CodeIntelligence.Scripts;

/// <summary>Compiles scripts in this process and runs each in a fresh one, of which the next is always kept ready.</summary>
internal sealed class ScriptHost : IAsyncDisposable
{
    private readonly ScriptOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly string? _bubblewrap;
    private readonly ScriptCompiler _compiler = new();
    private readonly SemaphoreSlim _places;
    private readonly Lazy<ProcessThread> _starter = new(() => new ProcessThread());
    private readonly Lazy<RunnerFiles> _files;
    private readonly CancellationTokenSource _disposal = new();
    private bool _disposed;
    private readonly ConcurrentQueue<Task<RunnerProcess>> _ready = [];

    /// <param name="options">Limits.</param>
    /// <param name="timeProvider">The clock of the limits on time.</param>
    /// <param name="bubblewrap">The path of bwrap; null to run without a sandbox or not at all.</param>
    public ScriptHost(ScriptOptions options, TimeProvider timeProvider, string? bubblewrap)
    {
        (_options, _timeProvider, _bubblewrap) = (options, timeProvider, bubblewrap);
        _places = new SemaphoreSlim(options.Concurrency);
        _files = new Lazy<RunnerFiles>(() => new RunnerFiles(_compiler, RequireRuntime(), _disposal.Token));
    }

    public ScriptHost(ScriptOptions options, TimeProvider timeProvider)
        : this(options, timeProvider, FindBubblewrap())
    {
    }

    /// <summary>The installed bwrap, if there is one.</summary>
    public static string? FindBubblewrap() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(Path.IsPathFullyQualified)
            .Select(folder => Path.Combine(folder, "bwrap")).FirstOrDefault(File.Exists);

    /// <summary>Does what the first script would wait for.</summary>
    /// <exception cref="CodeException">There is no sandbox.</exception>
    public async Task WarmAsync(CancellationToken cancellationToken)
    {
        _ = await RunAsync("Console.Write(string.Join(' ', new[] { 1 }.Select(number => number * 2)));", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Compiles and runs a script.</summary>
    /// <exception cref="CodeException">It does not compile, is too long, or there is no sandbox.</exception>
    public async Task<ScriptResult> RunAsync(string code, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        RequireSandbox();
        if (code.Length > _options.CodeChars)
            throw new CodeException(CodeErrorKind.LimitExceeded, $"The script has {code.Length} characters; at most {_options.CodeChars} are allowed.");
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using CancellationTokenSource start = new(_options.StartTime, _timeProvider);
            using var linked = CancellationTokenSource.CreateLinkedTokenSource(start.Token, cancellationToken, _disposal.Token);
            try
            {
                var script = await Task.Run(() => _compiler.Compile(code, linked.Token), linked.Token).ConfigureAwait(false);
                return await RunAsync(script, linked.Token, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (start.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw new CodeException(CodeErrorKind.LimitExceeded, $"The script was not running after {_options.StartTime.TotalSeconds:0.#} s; it was not run. Make it smaller.");
            }
        }
        finally
        {
            _places.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, true))
            return;
        await _disposal.CancelAsync().ConfigureAwait(false);
        for (var place = 0; place < _options.Concurrency; place++)
            await _places.WaitAsync().ConfigureAwait(false);
        while (_ready.TryDequeue(out var ready))
            await DiscardAsync(ready).ConfigureAwait(false);
        if (_starter.IsValueCreated)
            _starter.Value.Dispose();
        if (_files.IsValueCreated)
            _files.Value.Dispose();
        _places.Dispose();
        _disposal.Dispose();
    }

    private async Task<ScriptResult> RunAsync(CompiledScript script, CancellationToken start, CancellationToken cancellationToken)
    {
        using var run = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposal.Token);
        while (true)
        {
            var runner = await TakeAsync(start).ConfigureAwait(false);
            await using (runner.ConfigureAwait(false))
            {
                if (_ready.IsEmpty)
                    _ready.Enqueue(StartAsync());
                if (await runner.RunAsync(script, _options, _timeProvider, run.Token).ConfigureAwait(false) is { } result)
                    return result;
            }
        }
    }

    private async Task<RunnerProcess> TakeAsync(CancellationToken cancellationToken)
    {
        if (!_ready.TryDequeue(out var runner))
            runner = StartAsync();
        try
        {
            return await runner.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The next script takes it, or the disposal.
            _ready.Enqueue(runner);
            throw;
        }
    }

    private async Task<RunnerProcess> StartAsync()
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        if (_bubblewrap is not null)
        {
            try
            {
                var command = SandboxCommand.Sandboxed(_bubblewrap, RequireRuntime(), _files.Value.EnsureWritten(), _options);
                return await RunnerProcess.StartAsync(_starter.Value, command, tempFolder: null).ConfigureAwait(false);
            }
            catch (CodeException exception) when (exception.Kind == CodeErrorKind.SandboxUnavailable && _options.AllowUnsandboxed)
            {
                // Falls through to what the option allows.
            }
        }

        var tempFolder = Directory.CreateTempSubdirectory("script-").FullName;
        var bare = SandboxCommand.Unsandboxed(RequireRuntime(), _files.Value.EnsureWritten(), tempFolder, _options);
        return await RunnerProcess.StartAsync(_starter.Value, bare, tempFolder).ConfigureAwait(false);
    }

    private static async Task DiscardAsync(Task<RunnerProcess> ready)
    {
        await ((Task)ready).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (ready.IsCompletedSuccessfully)
            await (await ready.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
    }

    private void RequireSandbox()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture is not (Architecture.X64 or Architecture.Arm64))
            throw new CodeException(CodeErrorKind.SandboxUnavailable, "Scripts run on Linux only, on x64 and arm64: there is no sandbox for them on this machine.");
        if (_bubblewrap is null && !_options.AllowUnsandboxed)
            throw new CodeException(CodeErrorKind.SandboxUnavailable, "Scripts need a sandbox and none is installed: the package is called bubblewrap. Nothing was run.");
    }

    private static InstalledRuntime RequireRuntime() => InstalledRuntime.Find() ?? throw new CodeException(CodeErrorKind.SandboxUnavailable,
        "Scripts need an installed .NET runtime, and this program runs on one that it has brought along. Nothing was run.");
}
