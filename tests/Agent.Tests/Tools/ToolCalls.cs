using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.CodeIntelligence;

namespace Websopy.SemanticKernel.Agent.Tests.Tools;

internal static class ToolCalls
{
    /// <summary>Calls a tool as a chat client would, with arguments as JSON brings them.</summary>
    public static async Task<string> CallAsync(this CSharpCode code, string tool, string arguments = "{}")
    {
        var function = code.AsAIFunctions().Single(each => each.Name == tool);
        using var json = System.Text.Json.JsonDocument.Parse(arguments);
        var values = json.RootElement.EnumerateObject().ToDictionary(property => property.Name, property => (object?)property.Value.Clone());
        var result = await function.InvokeAsync(new AIFunctionArguments(values), TestContext.Current.CancellationToken);
        return result?.ToString() ?? "";
    }
}
