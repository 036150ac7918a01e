using Websopy.SemanticKernel.CodeIntelligence.Scripts;

namespace Websopy.SemanticKernel.Agent.Tests.Scripts;

/// <summary>Scripts that use more than they may.</summary>
public sealed class ScriptLimitTests(SandboxFixture sandbox)
{
    [Fact]
    public async Task Memory_Managed_StopsTheScript()
    {
        var result = await sandbox.RunAsync("List<byte[]> all = []; while (true) { var next = new byte[1 << 20]; next.AsSpan().Fill(1); all.Add(next); }");

        Assert.Equal(ScriptLimit.Memory, result.StoppedBy);
        Assert.Contains("stopped: it needed more than 128 MiB of memory", result.ToText(SandboxFixture.Options), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Memory_Native_StopsTheScript()
    {
        var result = await sandbox.RunAsync("""
            var total = 0;
            while (true) { unsafe { var block = (byte*)System.Runtime.InteropServices.NativeMemory.Alloc(1 << 20); for (var i = 0; i < 1 << 20; i += 4096) block[i] = 1; } Console.WriteLine(++total); }
            """);

        Assert.Equal(ScriptLimit.Memory, result.StoppedBy);
        Assert.InRange(result.Output.Split('\n').Length, 100, 300);
    }

    [Theory]
    [InlineData("[DllImport(\"libc\", SetLastError = true)] static extern int memfd_create(string name, int flags); Console.WriteLine(memfd_create(\"x\", 0));")]
    [InlineData("[DllImport(\"libc\", SetLastError = true)] static extern int shmget(int key, nint size, int flags); Console.WriteLine(shmget(0, 1 << 20, 0x3ff));")]
    [InlineData("[DllImport(\"libc\", SetLastError = true)] static extern nint mmap(nint a, nint size, int p, int flags, int f, nint o); Console.WriteLine(mmap(0, 1 << 20, 3, 0x21, -1, 0));")]
    public async Task Memory_ThatIsNotCounted_IsRefused(string code) =>
        Assert.Equal("-1\n", (await sandbox.RunAsync("using System.Runtime.InteropServices;\n" + code)).Output);

    [Fact]
    public async Task Memory_OfManyThreads_IsBounded()
    {
        var result = await sandbox.RunAsync("""
            var made = 0;
            try { while (true) { new Thread(() => Thread.Sleep(-1)) { IsBackground = true }.Start(); made++; } }
            catch (OutOfMemoryException) { Console.WriteLine(made); }
            """);

        Assert.InRange(int.Parse(result.Output, System.Globalization.CultureInfo.InvariantCulture), 10, SandboxFixture.Options.Threads);
    }

    [Fact]
    public async Task CpuTime_EndlessLoop_StopsTheScript()
    {
        var result = await sandbox.RunAsync("while (true) { }");

        Assert.Equal(ScriptLimit.CpuTime, result.StoppedBy);
        Assert.True(result.Duration < SandboxFixture.Options.WallTime);
    }

    [Fact]
    public async Task CpuTime_SignalIgnored_IsKilledAllTheSame()
    {
        var result = await sandbox.RunAsync("""
            using var ignore = System.Runtime.InteropServices.PosixSignalRegistration.Create((System.Runtime.InteropServices.PosixSignal)24, context => context.Cancel = true);
            while (true) { }
            """);

        Assert.Equal(ScriptLimit.Killed, result.StoppedBy);
    }

    [Fact]
    public async Task WallTime_Sleep_StopsTheScript()
    {
        await using ScriptHost host = new(SandboxFixture.Options with { WallTime = TimeSpan.FromMilliseconds(500) }, TimeProvider.System);
        SandboxFixture.RequireSandbox();

        var result = await host.RunAsync("Console.WriteLine(1); Thread.Sleep(-1);", TestContext.Current.CancellationToken);

        Assert.Equal((ScriptLimit.WallTime, "1\n"), (result.StoppedBy, result.Output));
    }

    [Theory]
    [InlineData("Console.Out")]
    [InlineData("Console.Error")]
    public async Task Output_Flood_IsCutAndStopsTheScript(string writer)
    {
        var result = await sandbox.RunAsync($"while (true) {writer}.WriteLine(new string('é', 5000));");

        Assert.Equal(ScriptLimit.Output, result.StoppedBy);
        Assert.InRange((result.Output + result.Error).Length, 10_000, SandboxFixture.Options.OutputBytes);
        Assert.Contains("the rest is cut off", result.ToText(SandboxFixture.Options), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(152, "", ScriptLimit.CpuTime)]
    [InlineData(153, "", ScriptLimit.FileSize)]
    [InlineData(137, "", ScriptLimit.Killed)]
    [InlineData(134, "Out of memory.", ScriptLimit.Memory)]
    [InlineData(134, "System.InvalidOperationException", null)]
    [InlineData(1, "Out of memory.", null)]
    public void LimitOf_ExitCode_NamesTheLimit(int exitCode, string error, object? expected) =>
        Assert.Equal(expected, RunnerProcess.LimitOf(exitCode, error));
}
