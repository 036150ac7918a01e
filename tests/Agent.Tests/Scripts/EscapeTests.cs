using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Websopy.SemanticKernel.CodeIntelligence.Scripts;

namespace Websopy.SemanticKernel.Agent.Tests.Scripts;

/// <summary>Scripts that try to leave the sandbox. Each prints what it attained, so that a test fails if its attempt was not made.</summary>
public sealed class EscapeTests(SandboxFixture sandbox)
{
    /// <summary>What every attempt has: the kernel's own interface, past the checks of the class library.</summary>
    private const string Native = """

        static class C
        {
            [System.Runtime.InteropServices.DllImport("libc", SetLastError = true)] public static extern nint syscall(nint n, nint a, nint b, nint c, nint d, nint e, nint f);
            [System.Runtime.InteropServices.DllImport("libc", SetLastError = true)] public static extern int kill(int pid, int signal);
            [System.Runtime.InteropServices.DllImport("libc", SetLastError = true)] public static extern int fork();
            [System.Runtime.InteropServices.DllImport("libc", SetLastError = true)] public static extern int setuid(int user);
            [System.Runtime.InteropServices.DllImport("libc", SetLastError = true)] public static extern int execv(string path, string?[] arguments);
            public static string Try(Func<object?> attempt)
            {
                try { return "done: " + attempt(); } catch (Exception exception) { return "refused: " + exception.GetType().Name; }
            }
            public static string Errno(nint result) => result == -1 ? "errno " + System.Runtime.InteropServices.Marshal.GetLastPInvokeError() : "done: " + result;
        }
        """;

    [Fact]
    public async Task Network_OwnListenerOfTheHost_IsNotReached()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        using (TcpClient client = new())
            await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);

        Assert.Equal("refused: SocketException\n", await AttemptAsync($"Console.WriteLine(C.Try(() => {{ new System.Net.Sockets.TcpClient(\"127.0.0.1\", {port}); return 1; }}));"));
    }

    [Theory]
    [InlineData("new System.Net.Sockets.UdpClient().Send(new byte[1], 1, \"127.0.0.1\", 53)", "refused: SocketException")]
    [InlineData("System.Net.Dns.GetHostAddresses(\"example.com\").Length", "refused: SocketException")]
    [InlineData("new System.Net.Http.HttpClient().GetStringAsync(\"http://127.0.0.1/\").Result", "refused: AggregateException")]
    [InlineData("new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, 0)", "refused: SocketException")]
    public async Task Network_EveryProtocol_IsRefused(string attempt, string expected) =>
        Assert.Equal(expected + "\n", await AttemptAsync($"Console.WriteLine(C.Try(() => {attempt}));"));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(38)]
    [InlineData(40)]
    public async Task Network_SocketOfAnyFamily_IsNotPermitted(int family) =>
        Assert.Equal("errno 1\n", await AttemptAsync($"Console.WriteLine(C.Errno(C.syscall({SystemCall("socket")}, {family}, 1, 0, 0, 0, 0)));"));

    [Theory]
    [InlineData("/etc/shadow")]
    [InlineData("/etc/passwd")]
    [InlineData("/root")]
    [InlineData("/home")]
    [InlineData("/var")]
    [InlineData("/sys")]
    [InlineData("/run")]
    [InlineData("/usr/bin")]
    [InlineData("/dev/zero")]
    [InlineData("/dev/shm")]
    public async Task Files_OfTheHost_AreNotThere(string path) =>
        Assert.Equal("False\n", await AttemptAsync($"Console.WriteLine(Path.Exists(\"{path}\"));"));

    [Fact]
    public async Task Files_OfTheSolution_AreNotThere()
    {
        Assert.True(File.Exists(RepositoryFixture.SolutionPath));
        Assert.Equal("False False\n", await AttemptAsync($"Console.WriteLine(Path.Exists(\"{RepositoryFixture.Root}\") + \" \" + Path.Exists(\"{RepositoryFixture.SolutionPath}\"));"));
    }

    [Theory]
    [InlineData("/x")]
    [InlineData("/dev/x")]
    [InlineData("/usr/lib/x")]
    [InlineData("/dotnet/x")]
    [InlineData("/runner/runner.dll")]
    [InlineData("/proc/sys/kernel/core_pattern")]
    [InlineData("/proc/sysrq-trigger")]
    [InlineData("/proc/1/mem")]
    [InlineData("/proc/self/mem")]
    public async Task Files_OutsideTmp_CannotBeWritten(string path) =>
        Assert.StartsWith("refused: ", await AttemptAsync($"Console.WriteLine(C.Try(() => File.OpenWrite(\"{path}\")));"), StringComparison.Ordinal);

    [Fact]
    public async Task Files_InTmp_AreWrittenAndForgotten()
    {
        const string Code = "Console.WriteLine(File.Exists(\"/tmp/kept\")); File.WriteAllText(\"/tmp/kept\", \"x\"); Console.WriteLine(File.ReadAllText(\"/tmp/kept\"));";

        Assert.Equal("False\nx\n", await AttemptAsync(Code));
        Assert.Equal("False\nx\n", await AttemptAsync(Code));
        Assert.False(File.Exists("/tmp/kept"));
    }

    [Fact]
    public async Task Files_FillingTmp_EndsAtItsSize()
    {
        var output = await AttemptAsync("""
            var written = 0L;
            try { for (var file = 0; ; file++) { using var stream = File.Create($"/tmp/{file}"); for (var i = 0; i < 16; i++) { stream.Write(new byte[1 << 16]); stream.Flush(); written += 1 << 16; } } }
            catch (IOException) { Console.WriteLine(written); }
            """);

        Assert.InRange(long.Parse(output, System.Globalization.CultureInfo.InvariantCulture), SandboxFixture.Options.TempBytes / 2, SandboxFixture.Options.TempBytes);
    }

    [Fact]
    public async Task Processes_ForkBomb_MakesNone() =>
        Assert.Equal("0 of 1000, errno 1\n", await AttemptAsync("""
            var made = 0; var last = "";
            for (var i = 0; i < 1000; i++) { var child = C.fork(); if (child == 0) while (true) C.fork(); if (child > 0) made++; last = C.Errno(child); }
            Console.WriteLine($"{made} of 1000, {last}");
            """));

    [Theory]
    [InlineData("System.Diagnostics.Process.Start(\"/dotnet/dotnet\", \"--info\")")]
    [InlineData("System.Diagnostics.Process.Start(\"/bin/sh\", \"-c id\")")]
    public async Task Processes_AnotherProgram_IsRefused(string attempt) =>
        Assert.Equal("refused: Win32Exception\n", await AttemptAsync($"Console.WriteLine(C.Try(() => {attempt}));"));

    [Fact]
    public async Task Processes_ReplacingItself_IsNotPermitted() =>
        Assert.Equal("errno 1\n", await AttemptAsync("Console.WriteLine(C.Errno(C.execv(\"/dotnet/dotnet\", [\"dotnet\", \"--info\", null])));"));

    [Fact]
    public async Task Processes_OfTheHost_AreNeitherSeenNorSignalled()
    {
        using var victim = Process.Start("sleep", "60");
        try
        {
            var output = await AttemptAsync($$"""
                Console.WriteLine(C.Errno(C.kill({{victim.Id}}, 9)));
                Console.WriteLine(Directory.Exists("/proc/{{victim.Id}}"));
                Console.WriteLine(Directory.GetDirectories("/proc").Count(folder => char.IsDigit(Path.GetFileName(folder)[0])));
                C.kill(-1, 9);
                """);

            Assert.Equal("errno 3\nFalse\n2\n", output);
            Assert.False(victim.HasExited);
        }
        finally
        {
            victim.Kill();
        }
    }

    [Fact]
    public async Task Rights_OfRoot_AreNotToBeHad()
    {
        var output = await AttemptAsync($$"""
            Console.WriteLine(C.Errno(C.setuid(0)));
            Console.WriteLine(C.Errno(C.syscall({{SystemCall("unshare")}}, 0x10000000, 0, 0, 0, 0, 0)));
            Console.WriteLine(C.Errno(C.syscall({{SystemCall("mount")}}, 0, 0, 0, 0, 0, 0)));
            Console.WriteLine(C.Errno(C.syscall({{SystemCall("ptrace")}}, 16, 1, 0, 0, 0, 0)));
            Console.WriteLine(C.Errno(C.syscall(425, 8, 0, 0, 0, 0, 0)));
            Console.WriteLine(File.ReadAllLines("/proc/self/status").Single(line => line.StartsWith("CapEff")));
            Console.WriteLine(File.ReadAllLines("/proc/self/status").Single(line => line.StartsWith("NoNewPrivs")));
            """);

        Assert.Equal("errno 22\nerrno 1\nerrno 1\nerrno 1\nerrno 1\nCapEff:\t0000000000000000\nNoNewPrivs:\t1\n", output);
    }

    [Fact]
    public async Task Environment_OfTheHost_IsNotHandedOn()
    {
        Environment.SetEnvironmentVariable("ESCAPE_API_KEY", "very-secret");
        await using ScriptHost host = new(SandboxFixture.Options, TimeProvider.System);
        SandboxFixture.RequireSandbox();

        var result = await host.RunAsync("""
            foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Order()) Console.WriteLine(name);
            foreach (var file in Directory.GetDirectories("/proc").Select(folder => folder + "/environ").Where(File.Exists))
                try { Console.WriteLine(File.ReadAllText(file).Contains("very-secret")); } catch (Exception exception) { Console.WriteLine(exception.GetType().Name); }
            """, TestContext.Current.CancellationToken);

        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.True(line is "HOME" or "TMPDIR" or "PWD" or "False" or "UnauthorizedAccessException" || line.StartsWith("DOTNET_", StringComparison.Ordinal), line));
        Assert.Contains("False", lines);
    }

    private async Task<string> AttemptAsync(string code)
    {
        var result = await sandbox.RunAsync(code + Native);
        Assert.Equal("", result.Error);
        return result.Output;
    }

    private static int SystemCall(string name) => (name, System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture) switch
    {
        ("socket", System.Runtime.InteropServices.Architecture.X64) => 41,
        ("socket", _) => 198,
        ("unshare", System.Runtime.InteropServices.Architecture.X64) => 272,
        ("unshare", _) => 97,
        ("mount", System.Runtime.InteropServices.Architecture.X64) => 165,
        ("mount", _) => 40,
        ("ptrace", System.Runtime.InteropServices.Architecture.X64) => 101,
        ("ptrace", _) => 117,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
