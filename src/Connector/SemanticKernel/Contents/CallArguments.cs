using System.Text;
using System.Text.Json;
using Microsoft.SemanticKernel;
using Websopy.SemanticKernel.Mapping;
using AI = Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.KernelConnector.Contents;

/// <summary>A call's arguments, from the wire to Semantic Kernel.</summary>
internal static class CallArguments
{
    /// <summary>The arguments as Semantic Kernel's connectors give them to filters and functions.</summary>
    /// <param name="arguments">As the model wrote them.</param>
    /// <param name="retainTypes">Keeps JSON values; else each is the text of its JSON, and functions convert it to what they take.</param>
    public static KernelArguments ToKernel(IDictionary<string, object?>? arguments, bool retainTypes)
    {
        var result = new KernelArguments();
        foreach (var (name, value) in arguments ?? new Dictionary<string, object?>())
        {
            result[name] = value switch
            {
                JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
                JsonElement element when !retainTypes => element.ToString(),
                _ => value,
            };
        }

        return result;
    }

    /// <summary>The arguments as one JSON object, for who joins streamed pieces. What could not be parsed is no JSON here either, or it would be invoked without arguments.</summary>
    public static string ToJson(AI.FunctionCallContent call)
    {
        if (call.Exception is { } malformed) return $"Error: {malformed.Message}";
        using var scratch = new JsonScratch();
        return Encoding.UTF8.GetString(scratch.Arguments(call));
    }
}
