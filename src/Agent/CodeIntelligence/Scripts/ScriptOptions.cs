namespace Websopy.SemanticKernel.CodeIntelligence.Scripts;

/// <summary>What a script may use.</summary>
internal sealed record ScriptOptions
{
    /// <summary>Memory of the script, managed and native, in bytes; what the runtime itself needs is not counted. 256 MiB.</summary>
    public long MemoryBytes { get; init; } = 256L << 20;

    /// <summary>Processor time of all threads together, rounded up to seconds. 10 seconds.</summary>
    public TimeSpan CpuTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Time from the script's start to its end. 20 seconds.</summary>
    public TimeSpan WallTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Time to compile the script and to find a process for it. 30 seconds.</summary>
    public TimeSpan StartTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What all files in /tmp may hold together, in bytes. 64 MiB.</summary>
    public long TempBytes { get; init; } = 64L << 20;

    /// <summary>Bytes that are kept of the output, and of the error output; a script that writes more is stopped. 64 KiB.</summary>
    public int OutputBytes { get; init; } = 64 << 10;

    /// <summary>Characters of the script's text. 64 Ki.</summary>
    public int CodeChars { get; init; } = 64 << 10;

    /// <summary>Threads, the runtime's own included; the machine's root is bound by memory only. 256.</summary>
    public int Threads { get; init; } = 256;

    /// <summary>Scripts that run at one time; more wait. 2.</summary>
    public int Concurrency { get; init; } = 2;

    /// <summary>Where bubblewrap cannot be used, run without it: limits and the filter of system calls hold, but files are open to the script as to the user.</summary>
    public bool AllowUnsandboxed { get; init; }
}
