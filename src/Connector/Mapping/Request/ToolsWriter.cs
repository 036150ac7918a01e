using System.Text.Json;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.Mapping;

/// <summary>Writes <c>tools</c>, <c>toolChoice</c> and <c>parallelToolCalls</c>.</summary>
/// <remarks>
/// Where there are no tools, <c>auto</c>, <c>none</c> and <c>parallelToolCalls</c> ask for nothing and are left out; a
/// required tool that is not there is sent all the same, so that the server says no rather than answers something else.
/// </remarks>
internal static class ToolsWriter
{
    public static void Write(Utf8JsonWriter writer, ChatOptions options, RequestOverrides overrides)
    {
        var hasTools = overrides.Replace(WireNames.Request.Tools);
        if (!hasTools && options.Tools is { Count: > 0 } tools)
        {
            hasTools = true;
            WriteTools(writer, tools);
        }

        if (options.ToolMode is { } mode && (hasTools || mode is RequiredChatToolMode) && !overrides.Replace(WireNames.Request.ToolChoice))
            WriteToolChoice(writer, mode);
        if (options.AllowMultipleToolCalls is { } parallel && hasTools && !overrides.Replace(WireNames.Request.ParallelToolCalls))
            writer.WriteBoolean(WireNames.Request.ParallelToolCalls, parallel);
    }

    private static void WriteTools(Utf8JsonWriter writer, IList<AITool> tools)
    {
        var names = new HashSet<string>(tools.Count, StringComparer.Ordinal);
        writer.WriteStartArray(WireNames.Request.Tools);
        for (var i = 0; i < tools.Count; i++)
        {
            if (tools[i] is not AIFunctionDeclaration function) throw Unsupported.Tool(tools[i], i);
            if (!names.Add(function.Name))
            {
                throw new ArgumentException(
                    $"{nameof(ChatOptions)}.{nameof(ChatOptions.Tools)}[{i}] is a second tool with the name '{function.Name}'. "
                    + "A call names its tool, so every tool needs a name of its own.");
            }

            WriteTool(writer, function);
        }

        writer.WriteEndArray();
    }

    private static void WriteTool(Utf8JsonWriter writer, AIFunctionDeclaration function)
    {
        writer.WriteStartObject();
        writer.WriteString(WireNames.Tool.Name, function.Name);
        if (!string.IsNullOrEmpty(function.Description)) writer.WriteString(WireNames.Tool.Description, function.Description);
        if (function.JsonSchema is { ValueKind: not JsonValueKind.Undefined } schema)
        {
            writer.WritePropertyName(WireNames.Tool.Parameters);
            JsonValueWriter.WriteElement(writer, schema);
        }

        writer.WriteEndObject();
    }

    private static void WriteToolChoice(Utf8JsonWriter writer, ChatToolMode mode)
    {
        switch (mode)
        {
            case AutoChatToolMode:
                writer.WriteString(WireNames.Request.ToolChoice, WireNames.ToolChoices.Auto);
                break;
            case NoneChatToolMode:
                writer.WriteString(WireNames.Request.ToolChoice, WireNames.ToolChoices.None);
                break;
            case RequiredChatToolMode { RequiredFunctionName: { } name }:
                writer.WriteStartObject(WireNames.Request.ToolChoice);
                writer.WriteString(WireNames.Tool.Name, name);
                writer.WriteEndObject();
                break;
            case RequiredChatToolMode:
                writer.WriteString(WireNames.Request.ToolChoice, WireNames.ToolChoices.Required);
                break;
            default:
                throw Unsupported.Option(nameof(ChatOptions.ToolMode), $"The mode {mode.GetType().Name} is not known to it.");
        }
    }
}
