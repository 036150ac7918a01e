using System.Text.Json;
using Microsoft.Extensions.AI;

namespace CodeAgent;

/// <summary>Gives a text as it is: MCP shows text, and would show JSON of it in quotes.</summary>
internal sealed class TextFunction(AIFunction function) : DelegatingAIFunction(function)
{
    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        var result = await base.InvokeCoreAsync(arguments, cancellationToken);
        return result is JsonElement { ValueKind: JsonValueKind.String } text ? text.GetString() : result;
    }
}
