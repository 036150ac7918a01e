using Microsoft.CodeAnalysis.CSharp;

namespace Websopy.SemanticKernel.ToolGenerator.Emission;

/// <summary>The names that generated code uses most.</summary>
internal static class Names
{
    public const string Tools = "global::Websopy.SemanticKernel.Tools.";
    public const string KernelTools = "global::Websopy.SemanticKernel.KernelConnector.Tools.";
    public const string KernelToolCall = KernelTools + "KernelToolCall";
    public const string Kernel = "global::Microsoft.SemanticKernel.";
    public const string Metadata = "global::System.Text.Json.Serialization.Metadata.";
    public const string Options = "global::System.Text.Json.JsonSerializerOptions";

    public static string Literal(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    public static string Bool(bool value) => value ? "true" : "false";
}
