using System.Diagnostics;
using System.Globalization;

namespace Websopy.SemanticKernel.CodeIntelligence.Scripts;

/// <summary>The command lines that start a runner. Pure.</summary>
internal static class SandboxCommand
{
    /// <summary>What the runtime needs of its own beyond a script's memory: code, stacks, the collector's tables. It starts with some 35 MB.</summary>
    private const long RuntimeBytes = 128L << 20;

    private static readonly string[] Libraries = ["/usr/lib", "/usr/lib64", "/lib", "/lib64", "/etc/ld.so.cache", "/usr/share/zoneinfo"];

    /// <summary>In bubblewrap: the runtime and the system's libraries to read, /tmp to write, no network, no other process.</summary>
    public static ProcessStartInfo Sandboxed(string bubblewrap, InstalledRuntime runtime, string runnerFolder, ScriptOptions options)
    {
        var start = Create(bubblewrap, options);
        start.WorkingDirectory = "/";
        Add(start, "--unshare-all", "--unshare-user", "--uid", "65534", "--gid", "65534", "--hostname", "script");
        Add(start, "--die-with-parent", "--new-session", "--cap-drop", "ALL");
        foreach (var library in Libraries)
            Add(start, "--ro-bind-try", library, library);
        // Under a name of its own, so that a script does not learn where it was.
        Add(start, "--ro-bind", runtime.Program, "/dotnet/dotnet");
        Add(start, "--ro-bind", runtime.Host, "/dotnet/host");
        Add(start, "--ro-bind", runtime.FrameworkFolder, $"/dotnet/shared/Microsoft.NETCore.App/{runtime.Version}");
        Add(start, "--ro-bind", runnerFolder, "/runner");
        // Single devices: memory mapped from /dev/zero would not count, and /dev/shm would be unbounded.
        // All of /proc to read only: for a host that runs as root, the kernel's settings would be the script's to write.
        Add(start, "--proc", "/proc", "--remount-ro", "/proc", "--dev-bind", "/dev/null", "/dev/null", "--dev-bind", "/dev/urandom", "/dev/urandom");
        Add(start, "--size", options.TempBytes.ToString(CultureInfo.InvariantCulture), "--tmpfs", "/tmp", "--chdir", "/tmp", "--remount-ro", "/");
        Add(start, "/dotnet/dotnet", $"/runner/{RunnerFiles.ProgramName}");
        return AddLimits(start, options);
    }

    /// <summary>Without bubblewrap, for whoever has allowed that.</summary>
    public static ProcessStartInfo Unsandboxed(InstalledRuntime runtime, string runnerFolder, string tempFolder, ScriptOptions options)
    {
        var start = Create(runtime.Program, options);
        start.WorkingDirectory = tempFolder;
        start.Environment["TMPDIR"] = tempFolder;
        Add(start, Path.Combine(runnerFolder, RunnerFiles.ProgramName));
        return AddLimits(start, options);
    }

    private static ProcessStartInfo Create(string program, ScriptOptions options)
    {
        ProcessStartInfo start = new(program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        // Nothing of what this process was told is told on.
        start.Environment.Clear();
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)
        [
            ("HOME", "/tmp"), ("TMPDIR", "/tmp"),
            ("DOTNET_EnableDiagnostics", "0"), ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"), ("DOTNET_NOLOGO", "1"),
            // The filter allows no memory file to map code twice.
            ("DOTNET_EnableWriteXorExecute", "0"),
            ("DOTNET_gcServer", "0"), ("DOTNET_gcConcurrent", "0"), ("DOTNET_TieredPGO", "0"),
            ("DOTNET_GCHeapHardLimit", options.MemoryBytes.ToString("X", CultureInfo.InvariantCulture)),
        ])
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static ProcessStartInfo AddLimits(ProcessStartInfo start, ScriptOptions options)
    {
        Span<long> limits = [options.MemoryBytes + RuntimeBytes, (long)Math.Ceiling(options.CpuTime.TotalSeconds), options.TempBytes, options.Threads];
        foreach (var limit in limits)
            start.ArgumentList.Add(limit.ToString(CultureInfo.InvariantCulture));
        return start;
    }

    private static void Add(ProcessStartInfo start, params ReadOnlySpan<string> arguments)
    {
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
    }
}
