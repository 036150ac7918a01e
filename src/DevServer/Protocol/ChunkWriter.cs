using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Fields = Websopy.SemanticKernel.Protocol.WireNames.Chunk;
using Types = Websopy.SemanticKernel.Protocol.WireNames.ChunkTypes;

namespace Websopy.SemanticKernel.DevServer.Protocol;

/// <summary>A model's updates as the chunks of one response, each handed on as an event.</summary>
/// <param name="runId">The run that the events belong to.</param>
/// <param name="append">Takes each event.</param>
/// <param name="logger">Told what is left out.</param>
/// <param name="declared">The caller's tools; <see langword="null"/> where every call is taken for the caller's.</param>
internal sealed class ChunkWriter(
    string runId, Action<ReadOnlySpan<byte>> append, ILogger logger, IReadOnlySet<string>? declared = null) : IDisposable
{
    private readonly EventFrame _frame = new(runId);
    private readonly ToolCallWriter _calls = new();
    private readonly HashSet<string> _answered = [];
    private readonly HashSet<Type> _leftOut = [];
    private readonly List<FunctionCallContent> _undeclared = [];
    private UsageDetails? _usage;
    private ChatFinishReason? _finishReason;
    private Metadata _known;
    private Metadata _sent;
    private char? _half;
    private bool _isHalfOfReasoning;

    /// <exception cref="ModelErrorException">The update reports that the model failed.</exception>
    public void Write(ChatResponseUpdate update)
    {
        _known = _known.Or(update);
        _finishReason = update.FinishReason ?? _finishReason;
        foreach (var content in update.Contents)
        {
            if (content is FunctionResultContent result)
                _answered.Add(result.CallId);
        }

        foreach (var content in update.Contents)
            Write(content);
    }

    public void WriteDone()
    {
        foreach (var call in _undeclared)
            SendCall(call);
        var json = Begin(Types.Done);
        if (_usage is not null)
            UsageWriter.Write(json, _usage);
        if (_finishReason is { } reason)
            json.WriteString(Fields.FinishReason, reason.Value);
        End(json);
    }

    public void WriteError(string code, string message)
    {
        var json = Begin(Types.Error);
        json.WriteString(Fields.Content, message);
        json.WriteString(Fields.Code, code);
        End(json);
    }

    public void Dispose() => _frame.Dispose();

    private void Write(AIContent content)
    {
        switch (content)
        {
            case TextContent text: WriteText(text.Text, isReasoning: false); break;
            case TextReasoningContent reasoning: WriteText(reasoning.Text, isReasoning: true); break;
            case FunctionCallContent call: WriteCall(call); break;
            case UsageContent usage: (_usage ??= new()).Add(usage.Details); break;
            case ErrorContent error: throw new ModelErrorException(error);
            case FunctionResultContent: break; // The inner client's own business, like the call it answers.
            default: LeaveOut(content.GetType()); break;
        }
    }

    /// <summary>A surrogate pair that the model split over two updates stays one character: its first half waits for the second.</summary>
    private void WriteText(string text, bool isReasoning)
    {
        if (text.Length == 0)
            return;
        if (_isHalfOfReasoning != isReasoning)
            SendHalf();
        if (_half is { } first)
            (text, _half) = (first + text, null);

        var isSplit = char.IsHighSurrogate(text[^1]);
        SendText(isSplit ? text[..^1] : text, isReasoning);
        if (isSplit)
            (_half, _isHalfOfReasoning) = (text[^1], isReasoning);
    }

    private void SendText(string text, bool isReasoning)
    {
        if (text.Length == 0)
            return;
        var json = Begin(isReasoning ? Types.Reasoning : Types.Content);
        json.WriteString(Fields.Content, text);
        End(json);
    }

    /// <summary>The second half did not come.</summary>
    private void SendHalf()
    {
        if (_half is not { } half)
            return;
        _half = null;
        SendText(half.ToString(), _isHalfOfReasoning);
    }

    private void WriteCall(FunctionCallContent call)
    {
        // A tool that the caller did not declare is most likely one of the model's side, whose result comes in a later update.
        if (declared?.Contains(call.Name) is false)
            _undeclared.Add(call);
        else
            SendCall(call);
    }

    private void SendCall(FunctionCallContent call)
    {
        if (call.InformationalOnly || _answered.Contains(call.CallId))
            return;
        var json = Begin(Types.ToolCall);
        _calls.Write(json, call);
        End(json);
    }

    private void LeaveOut(Type type)
    {
        if (_leftOut.Add(type))
            logger.LeftOut(type.Name);
    }

    private Utf8JsonWriter Begin(ReadOnlySpan<byte> type)
    {
        SendHalf();
        var json = _frame.Begin();
        json.WriteStartObject();
        json.WriteString(Fields.Type, type);
        if (_sent != _known)
            WriteMetadata(json);
        return json;
    }

    private void End(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        append(_frame.End());
    }

    /// <summary>What is known of the response goes with the first chunk after it became known, and once.</summary>
    private void WriteMetadata(Utf8JsonWriter json)
    {
        if (_sent.Id is null && _known.Id is { } id)
            json.WriteString(Fields.Id, id);
        if (_sent.Model is null && _known.Model is { } model)
            json.WriteString(Fields.Model, model);
        if (_sent.Created is null && _known.Created is { } created)
            json.WriteNumber(Fields.Created, created.ToUnixTimeSeconds());
        if (_sent.ConversationId is null && _known.ConversationId is { } conversation)
            json.WriteString(Fields.ConversationId, conversation);
        _sent = _known;
    }

    private readonly record struct Metadata(string? Id, string? Model, DateTimeOffset? Created, string? ConversationId)
    {
        public Metadata Or(ChatResponseUpdate update) => new(
            Id ?? update.ResponseId, Model ?? update.ModelId, Created ?? update.CreatedAt, ConversationId ?? update.ConversationId);
    }
}
