using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using AI = Microsoft.Extensions.AI;

#pragma warning disable SKEXP0001, SKEXP0110 // for evaluation only, but reasoning and the index of a request have no other names

namespace Websopy.SemanticKernel.KernelConnector.Contents;

/// <summary>The updates of one turn to Semantic Kernel's, in order.</summary>
internal sealed class StreamMapper
{
    private readonly ResponseMetadata _metadata = new();
    private readonly Dictionary<string, WireName> _names = new(StringComparer.Ordinal);
    private int _round;
    private int _calls;

    /// <summary>Maps one update.</summary>
    /// <param name="update">The update.</param>
    /// <param name="round">Which request of the turn it answers, from 0.</param>
    public StreamingChatMessageContent Map(AI.ChatResponseUpdate update, int round)
    {
        if (round != _round) (_round, _calls) = (round, 0);
        var result = new StreamingChatMessageContent(RoleOf(update.Role), null, update, modelId: update.ModelId) { AuthorName = update.AuthorName };
        AI.UsageDetails? usage = null;
        foreach (var content in update.Contents)
        {
            if (content is AI.UsageContent counted) usage = counted.Details;
            else if (content is AI.TextContent more && result.Items.OfType<StreamingTextContent>().FirstOrDefault() is { } text) text.Text += more.Text;
            else if (Item(content) is { } item) result.Items.Add(WithOrigin(item, content, update.ModelId));
        }

        result.Metadata = _metadata.Of(update, usage);
        return result;
    }

    private StreamingKernelContent? Item(AI.AIContent content) => content switch
    {
        AI.TextContent text => new StreamingTextContent(text.Text),
        AI.TextReasoningContent reasoning => new StreamingReasoningContent(reasoning.Text),
        AI.FunctionCallContent call => Call(call),
        AI.FunctionResultContent result => Result(result),
        _ => null, // whoever knows it finds it in InnerContent
    };

    private StreamingFunctionCallUpdateContent Call(AI.FunctionCallContent call)
    {
        _names[call.CallId] = WireName.Parse(call.Name);
        return new(call.CallId, call.Name, CallArguments.ToJson(call), _calls++) { RequestIndex = _round };
    }

    private WebsopyStreamingFunctionResultContent Result(AI.FunctionResultContent result)
    {
        var name = _names.GetValueOrDefault(result.CallId, new WireName(null, string.Empty));
        return new(result.CallId, name.Plugin, name.Function, ResultText.Of(result.Result, null));
    }

    private static StreamingKernelContent WithOrigin(StreamingKernelContent item, AI.AIContent content, string? model)
    {
        item.InnerContent = content;
        item.ModelId = model;
        return item;
    }

    private static AuthorRole? RoleOf(AI.ChatRole? role) =>
        role is not { } known ? null
        : known == AI.ChatRole.Assistant ? AuthorRole.Assistant
        : known == AI.ChatRole.Tool ? AuthorRole.Tool
        : new AuthorRole(known.Value);
}
