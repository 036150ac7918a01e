using System.Text.Json;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.DevServer.Protocol;

/// <summary>The structured fields of a request beside its messages.</summary>
internal static class OptionsReader
{
    private static readonly JsonElement NoParameters = JsonElement.Parse("""{"type":"object","properties":{}}""");

    /// <summary>A declaration only: the model may ask for the tool, the caller runs it.</summary>
    public static AITool ReadTool(JsonElement tool)
    {
        tool.AsObject();
        var parameters = tool.Optional(WireNames.Tool.Parameters) is { } schema
            ? JsonFields.Within(WireNames.Tool.Parameters, schema, JsonFields.AsObject).Copy()
            : NoParameters;
        return AIFunctionFactory.CreateDeclaration(
            tool.RequiredString(WireNames.Tool.Name), tool.OptionalString(WireNames.Tool.Description), parameters);
    }

    public static ChatToolMode ReadToolChoice(JsonElement choice)
    {
        if (choice.ValueKind == JsonValueKind.Object)
        {
            var name = choice.RequiredString(WireNames.Tool.Name);
            return string.IsNullOrWhiteSpace(name)
                ? throw new InvalidRequestException("name", "is required")
                : ChatToolMode.RequireSpecific(name);
        }

        if (choice.ValueKind == JsonValueKind.String)
        {
            if (choice.ValueEquals(WireNames.ToolChoices.Auto))
                return ChatToolMode.Auto;
            if (choice.ValueEquals(WireNames.ToolChoices.None))
                return ChatToolMode.None;
            if (choice.ValueEquals(WireNames.ToolChoices.Required))
                return ChatToolMode.RequireAny;
        }

        throw new InvalidRequestException("", "must be \"auto\", \"none\", \"required\" or {\"name\": ...}");
    }

    public static ChatResponseFormat ReadResponseFormat(JsonElement format)
    {
        var type = format.AsObject().Optional(WireNames.ResponseFormat.Type);
        if (type is { ValueKind: JsonValueKind.String } name)
        {
            if (name.ValueEquals(WireNames.ResponseFormat.Text))
                return ChatResponseFormat.Text;
            if (name.ValueEquals(WireNames.ResponseFormat.Json))
                return ChatResponseFormat.Json;
            if (name.ValueEquals(WireNames.ResponseFormat.JsonSchema))
                return ReadJsonSchema(format);
        }

        throw new InvalidRequestException("type", "must be \"text\", \"json\" or \"json_schema\"");
    }

    public static ReasoningOptions ReadReasoning(JsonElement reasoning) => new()
    {
        Effort = reasoning.AsObject().Optional(WireNames.Reasoning.Effort) is { } effort
            ? JsonFields.Within(WireNames.Reasoning.Effort, effort, ReadEffort) : null,
        Output = reasoning.Optional(WireNames.Reasoning.Output) is { } output
            ? JsonFields.Within(WireNames.Reasoning.Output, output, ReadOutput) : null,
    };

    private static ChatResponseFormatJson ReadJsonSchema(JsonElement format)
    {
        var schema = format.Optional(WireNames.ResponseFormat.Schema) ?? throw new InvalidRequestException("schema", "is required");
        return ChatResponseFormat.ForJsonSchema(
            JsonFields.Within(WireNames.ResponseFormat.Schema, schema, JsonFields.AsObject).Copy(),
            format.OptionalString(WireNames.ResponseFormat.Name),
            format.OptionalString(WireNames.ResponseFormat.Description));
    }

    private static ReasoningEffort ReadEffort(JsonElement value) => value.AsString() switch
    {
        "none" => ReasoningEffort.None,
        "low" => ReasoningEffort.Low,
        "medium" => ReasoningEffort.Medium,
        "high" => ReasoningEffort.High,
        "extra_high" => ReasoningEffort.ExtraHigh,
        _ => throw new InvalidRequestException("", "must be \"none\", \"low\", \"medium\", \"high\" or \"extra_high\""),
    };

    private static ReasoningOutput ReadOutput(JsonElement value) => value.AsString() switch
    {
        "none" => ReasoningOutput.None,
        "summary" => ReasoningOutput.Summary,
        "full" => ReasoningOutput.Full,
        _ => throw new InvalidRequestException("", "must be \"none\", \"summary\" or \"full\""),
    };
}
