using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.KernelConnector.Contents;
using Websopy.SemanticKernel.KernelConnector.Invocation;
using ChatMessageContent = Microsoft.SemanticKernel.ChatMessageContent;

namespace Websopy.SemanticKernel.KernelConnector;

/// <summary>Adds up a turn's updates: the answer is what the assistant said last, the usage that of all requests.</summary>
internal sealed class AnswerCollector(KernelTurn turn)
{
    private readonly List<ChatResponseUpdate> _updates = [];
    private readonly UsageDetails _usage = new();
    private bool _hasUsage;
    private int _round;

    /// <summary>Whether anything of the present request's answer has come.</summary>
    public bool HasBegun => _updates.Count > 0;

    public void Add(ChatResponseUpdate update)
    {
        if (turn.Round != _round)
        {
            _round = turn.Round;
            _updates.Clear(); // the history has the rounds before
        }

        foreach (var counted in update.Contents.OfType<UsageContent>())
        {
            _usage.Add(counted.Details);
            _hasUsage = true;
        }

        if (update.Role != ChatRole.Tool) _updates.Add(update);
    }

    public ChatResponse ToResponse() => _updates.ToChatResponse();

    public ChatMessageContent ToMessage()
    {
        var response = ToResponse();
        var message = MessageMapper.Assistant(response.Messages.SelectMany(part => part.Contents), turn.RetainsArgumentTypes);
        message.AuthorName = response.Messages.LastOrDefault()?.AuthorName;
        message.ModelId = response.ModelId;
        message.InnerContent = response;
        message.Metadata = ResponseMetadata.New(response.ResponseId, response.CreatedAt, response.FinishReason, _hasUsage ? _usage : null);
        return message;
    }
}
