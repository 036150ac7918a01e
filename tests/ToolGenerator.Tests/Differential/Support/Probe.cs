namespace Websopy.SemanticKernel.ToolGenerator.Tests.Differential;

/// <summary>What the compiled tools tell of the arguments that reached them.</summary>
public static class Probe
{
    private static readonly AsyncLocal<List<string>?> Current = new();

    /// <summary>Listens to the tools that are called in this flow.</summary>
    public static IReadOnlyList<string> Listen() => Current.Value = [];

    /// <summary>Called by a tool with all of its arguments.</summary>
    public static void Saw(object? first, params object?[] others) =>
        Current.Value?.Add(string.Join(" | ", others.Prepend(first).Select(Dump.Of)));

    /// <summary>The same for a tool that is an expression.</summary>
    public static T Return<T>(T result, object? first, params object?[] others)
    {
        Saw(first, others);
        return result;
    }
}
