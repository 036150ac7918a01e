using System.Diagnostics;
using Websopy.SemanticKernel.CodeIntelligence.Testing;

namespace Websopy.SemanticKernel.Agent.Tests.Testing;

public sealed class BoundedProcessTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("echo a; echo b >&2; exit 3", 3, "a\nb\n")]
    [InlineData("echo ${BOUNDED_TOKEN:-none} ${BOUNDED_PLAIN:-none}", 0, "none shown\n")]
    [InlineData("cat; echo end", 0, "end\n")]
    [InlineData("head -c 100000 /dev/zero | tr '\\0' x", 0, null)]
    public async Task RunAsync_Command_IsBounded(string command, int exitCode, string? output)
    {
        var start = Shell(command);
        start.Environment["BOUNDED_TOKEN"] = "very-secret";
        start.Environment["BOUNDED_PLAIN"] = "shown";

        var outcome = await BoundedProcess.RunAsync(start, TimeSpan.FromSeconds(30), 1000, TimeProvider.System, Cancellation);

        Assert.Equal(new ProcessOutcome(exitCode, output ?? new string('x', 1000), TimedOut: false), outcome);
    }

    [Fact]
    public async Task RunAsync_ProcessLeftBehind_IsNotWaitedFor()
    {
        var begun = Stopwatch.GetTimestamp();

        var outcome = await BoundedProcess.RunAsync(Shell("sleep 25 & echo a"), TimeSpan.FromSeconds(60), 1000, TimeProvider.System, Cancellation);

        Assert.Equal("a\n", outcome.Output);
        Assert.True(Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(20));
    }

    private static ProcessStartInfo Shell(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are for a Unix shell.");
        return new ProcessStartInfo("/bin/sh", ["-c", command]);
    }
}
