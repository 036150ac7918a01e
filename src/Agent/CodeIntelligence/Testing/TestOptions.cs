namespace Websopy.SemanticKernel.CodeIntelligence.Testing;

/// <summary>What running tests may use.</summary>
internal sealed record TestOptions
{
    /// <summary>Time to build one project. 5 minutes.</summary>
    public TimeSpan BuildTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Time for the tests of one project. 5 minutes.</summary>
    public TimeSpan RunTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Bytes that are kept of a process's output. 64 KiB.</summary>
    public int OutputBytes { get; init; } = 64 << 10;

    /// <summary>Characters of a report that are read; a longer one is refused. 32 Mi.</summary>
    public int ReportChars { get; init; } = 32 << 20;

    /// <summary>Failures that a summary shows. 20.</summary>
    public int ShownFailures { get; init; } = 20;

    /// <summary>Tests that are named to the runner one by one; of more, the whole project is run. 200.</summary>
    public int NamedTests { get; init; } = 200;
}
