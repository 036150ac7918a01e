using System.Diagnostics;

namespace Websopy.SemanticKernel.Benchmarks.Processes;

/// <summary>This program, started once more in another role.</summary>
internal static class OwnProcess
{
    /// <summary>Starts it. Its input is closed when this process ends, and no role outlives that for long.</summary>
    public static Process Start(params string[] arguments)
    {
        var program = Environment.ProcessPath!;
        var assembly = typeof(OwnProcess).Assembly.Location;
        var isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        return Process.Start(new ProcessStartInfo(program, isHost ? [assembly, .. arguments] : arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }

    /// <summary>Runs a part of a scenario in a process of its own and returns what it printed.</summary>
    /// <exception cref="InvalidOperationException">The part failed; its own output says how.</exception>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"'{string.Join(' ', arguments)}' ended with {process.ExitCode}.");
        return output;
    }
}
