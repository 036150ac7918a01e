using Websopy.SemanticKernel.CodeIntelligence.Scripts;

[assembly: AssemblyFixture(typeof(Websopy.SemanticKernel.Agent.Tests.Scripts.SandboxFixture))]

namespace Websopy.SemanticKernel.Agent.Tests.Scripts;

/// <summary>One host for all tests of scripts; its limits are short, so that what runs into one does so soon.</summary>
public sealed class SandboxFixture : IAsyncDisposable
{
    internal static ScriptOptions Options { get; } = new()
    {
        MemoryBytes = 128L << 20,
        CpuTime = TimeSpan.FromSeconds(2),
        // Long enough for that on a machine that is busy with other tests.
        WallTime = TimeSpan.FromSeconds(60),
        StartTime = TimeSpan.FromSeconds(60),
        TempBytes = 8L << 20,
        OutputBytes = 32 << 10,
    };

    internal ScriptHost Host { get; } = new(Options, TimeProvider.System);

    /// <summary>Fails where the sandbox must be there, and skips elsewhere.</summary>
    public static void RequireSandbox()
    {
        if (ScriptHost.FindBubblewrap() is null && Environment.GetEnvironmentVariable("CI") != "true")
            Assert.Skip("bubblewrap is not installed on this machine.");
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    internal async Task<ScriptResult> RunAsync(string code)
    {
        RequireSandbox();
        return await Host.RunAsync(code, TestContext.Current.CancellationToken);
    }
}
