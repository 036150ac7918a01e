using System.Diagnostics;

namespace Websopy.SemanticKernel.CodeIntelligence.Testing;

/// <summary>What came of a process.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote, both ways, up to a limit.</param>
/// <param name="TimedOut">Whether it was killed because its time was up.</param>
internal sealed record ProcessOutcome(int ExitCode, string Output, bool TimedOut);

/// <summary>Runs a program of the project's to its end, within bounds, and without the secrets in this process's environment.</summary>
internal static class BoundedProcess
{
    /// <summary>How long output is waited for after the end: a process that was left behind, and is no child any more, may hold it open.</summary>
    private static readonly TimeSpan OutputGrace = TimeSpan.FromSeconds(2);

    public static async Task<ProcessOutcome> RunAsync(ProcessStartInfo start, TimeSpan time, int outputBytes, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        foreach (var name in start.Environment.Keys.Where(SecretNames.IsSecret).ToList())
            start.Environment.Remove(name);
        // Nothing of the build outlives it.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_NOLOGO"] = "1";

        using CancellationTokenSource limit = new(time, timeProvider);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var process = Process.Start(start)!;
        BoundedOutput output = new(outputBytes), error = new(outputBytes);
        using (end.Token.Register(() => process.Kill(entireProcessTree: true)))
        {
            process.StandardInput.Close();
            var reading = Task.WhenAll(output.ReadAsync(process.StandardOutput.BaseStream, static () => { }), error.ReadAsync(process.StandardError.BaseStream, static () => { }));
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            await reading.WaitAsync(OutputGrace, timeProvider, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (reading.IsFaulted)
                await reading.ConfigureAwait(false);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return new ProcessOutcome(process.ExitCode, output.ToString() + error, limit.IsCancellationRequested);
    }
}
