using System.Globalization;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.DevServer;

/// <summary>The updates of one answer.</summary>
internal sealed class ScriptedResponse(int number)
{
    public const string ModelId = "scripted";

    private readonly string _id = string.Create(CultureInfo.InvariantCulture, $"scripted-{number}");
    private int _calls;
    private bool _isFinished;

    public IEnumerable<ChatResponseUpdate> Updates(ScriptStep step) => step switch
    {
        ScriptStep.Send send => [Update(send.Content())],
        ScriptStep.SendTexts texts => texts.Texts.Select(text => Update(new TextContent(text))),
        ScriptStep.SendCall call => [Update(Call(call))],
        ScriptStep.SendUpdate update => [Seen(update.Update)],
        ScriptStep.Finish finish => [Finish(finish.Reason)],
        _ => [],
    };

    /// <summary>What a real model ends with, where the script did not say it.</summary>
    public ChatResponseUpdate? End() =>
        _isFinished ? null : Finish(_calls > 0 ? ChatFinishReason.ToolCalls : ChatFinishReason.Stop);

    private FunctionCallContent Call(ScriptStep.SendCall call) =>
        new(string.Create(CultureInfo.InvariantCulture, $"call_{number}_{++_calls}"), call.Name, call.Arguments());

    private ChatResponseUpdate Finish(ChatFinishReason reason)
    {
        _isFinished = true;
        var update = Update();
        update.FinishReason = reason;
        return update;
    }

    private ChatResponseUpdate Seen(ChatResponseUpdate update)
    {
        _isFinished |= update.FinishReason is not null;
        return update;
    }

    private ChatResponseUpdate Update(params IList<AIContent> contents) =>
        new(ChatRole.Assistant, contents) { ResponseId = _id, MessageId = _id, ModelId = ModelId };
}
