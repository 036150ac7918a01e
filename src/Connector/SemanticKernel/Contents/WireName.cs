using Microsoft.SemanticKernel;

namespace Websopy.SemanticKernel.KernelConnector.Contents;

/// <summary>What a kernel function is called on the wire: <c>Plugin-Function</c>, as in Semantic Kernel's other connectors.</summary>
internal readonly record struct WireName(string? Plugin, string Function)
{
    private const char Separator = '-';

    public static WireName Of(KernelFunction function) => new(function.PluginName, function.Name);

    /// <summary>
    /// Reads a name that a model wrote. One that cannot be taken apart is a function without a plugin, which nothing has:
    /// who looks it up says so to the model.
    /// </summary>
    public static WireName Parse(string name)
    {
        var at = name.IndexOf(Separator, StringComparison.Ordinal);
        return at <= 0 || at == name.Length - 1
            ? new WireName(null, name)
            : new WireName(name[..at].Trim(), name[(at + 1)..].Trim());
    }

    public override string ToString() => string.IsNullOrEmpty(Plugin) ? Function : Plugin + Separator + Function;
}
