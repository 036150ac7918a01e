using System.Globalization;
using System.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Scripts;

/// <summary>The limit that ended a script.</summary>
internal enum ScriptLimit
{
    WallTime,
    CpuTime,
    Memory,
    Output,
    FileSize,

    /// <summary>Killed from outside, as the kernel does when memory runs out or a script ignores the signal that its processor time is used up.</summary>
    Killed,
}

/// <summary>What came of a script.</summary>
/// <param name="ExitCode">The script's exit code; 128 and the signal's number if a signal ended it.</param>
/// <param name="Output">What it wrote, up to the limit.</param>
/// <param name="Error">What it wrote to the error output, up to the limit; an exception that it did not catch.</param>
/// <param name="Duration">From the script's start to its end.</param>
/// <param name="StoppedBy">The limit that ended it, or null if it came to an end by itself.</param>
/// <param name="Sandboxed">Whether it ran in the sandbox.</param>
internal sealed record ScriptResult(int ExitCode, string Output, string Error, TimeSpan Duration, ScriptLimit? StoppedBy, bool Sandboxed)
{
    /// <summary>The result as a model reads it.</summary>
    public string ToText(ScriptOptions options)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"exit code {ExitCode}, {Duration.TotalMilliseconds:0} ms");
        if (!Sandboxed)
            text.Append(", not sandboxed");
        text.Append('\n');
        if (StoppedBy is { } limit)
            text.Append("stopped: ").Append(Explain(limit, options)).Append('\n');
        Append(text, "output", Output);
        Append(text, "error output", Error);
        if (Output.Length == 0 && Error.Length == 0)
            text.Append("no output\n");
        return text.ToString();
    }

    private static string Explain(ScriptLimit limit, ScriptOptions options) => limit switch
    {
        ScriptLimit.WallTime => string.Create(CultureInfo.InvariantCulture, $"it ran for longer than {options.WallTime.TotalSeconds:0.#} s"),
        ScriptLimit.CpuTime => string.Create(CultureInfo.InvariantCulture, $"it used more than {options.CpuTime.TotalSeconds:0.#} s of processor time"),
        ScriptLimit.Memory => string.Create(CultureInfo.InvariantCulture, $"it needed more than {options.MemoryBytes >> 20} MiB of memory"),
        ScriptLimit.Output => string.Create(CultureInfo.InvariantCulture, $"it wrote more than {options.OutputBytes} bytes; the rest is cut off. Print less"),
        ScriptLimit.FileSize => string.Create(CultureInfo.InvariantCulture, $"it wrote a file of more than {options.TempBytes >> 20} MiB"),
        ScriptLimit.Killed => "the system killed it, for its memory or its processor time",
        _ => throw new ArgumentOutOfRangeException(nameof(limit)),
    };

    private static void Append(StringBuilder text, string title, string content)
    {
        if (content.Length == 0)
            return;
        text.Append(title).Append(":\n").Append(content);
        if (!content.EndsWith('\n'))
            text.Append('\n');
    }
}
