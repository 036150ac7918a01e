using System.Text.Json;
using Microsoft.Extensions.AI;
using Fields = Websopy.SemanticKernel.Protocol.WireNames.ToolCall;

namespace Websopy.SemanticKernel.DevServer.Protocol;

/// <summary>A call that the model made earlier, as the caller's history has it.</summary>
internal static class ToolCallReader
{
    public static FunctionCallContent Read(JsonElement call) => new(
        call.AsObject().RequiredString(Fields.Id),
        call.RequiredString(Fields.Name),
        call.Optional(Fields.Arguments) is { } arguments ? JsonFields.Within(Fields.Arguments, arguments, ReadArguments) : null);

    private static Dictionary<string, object?>? ReadArguments(JsonElement arguments)
    {
        var json = arguments.AsString();
        if (string.IsNullOrWhiteSpace(json))
            return null;
        try
        {
            var parsed = new Dictionary<string, object?>(StringComparer.Ordinal);
            var whole = JsonElement.Parse(json).AsObject();
            whole.CheckStrings();
            foreach (var argument in whole.EnumerateObject())
                parsed[argument.Name] = argument.Value.ValueKind == JsonValueKind.Null ? null : argument.Value;
            return parsed;
        }
        catch (Exception e) when (e is JsonException or InvalidRequestException)
        {
            throw new InvalidRequestException("", "must be a string that holds a JSON object");
        }
    }
}
