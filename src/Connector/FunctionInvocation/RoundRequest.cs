using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.FunctionInvocation;

/// <summary>What a round asks the inner client, and how the turn stood when it did.</summary>
/// <param name="Messages">The messages that are sent.</param>
/// <param name="Options">The options that are sent.</param>
/// <param name="Iteration">The round's number, from 0.</param>
/// <param name="IsLast">Whether it is more than the iterations a turn may have: then its calls are the caller's.</param>
/// <param name="IsAtErrorLimit">Whether the turn ends if a function fails in this round as well.</param>
internal sealed record RoundRequest(IReadOnlyList<ChatMessage> Messages, ChatOptions? Options, int Iteration, bool IsLast, bool IsAtErrorLimit)
{
    /// <summary>The tools that calls may name, those of the options before those of the client.</summary>
    public AITool[] Tools(FunctionInvokingChatClient client) => [.. Options?.Tools ?? [], .. client.AdditionalTools ?? []];

    /// <summary>What a function, and whatever stands around it, is told of its call.</summary>
    /// <param name="client">The invoker.</param>
    /// <param name="call">The call.</param>
    /// <param name="function">Its function.</param>
    /// <param name="callsSoFar">How many calls the response has had; how many it will have, nobody knows yet.</param>
    /// <param name="transcript">The response so far, this call in it.</param>
    public FunctionInvocationContext ContextOf(
        MidStreamFunctionInvokingChatClient client, RoundCall call, AIFunction function, int callsSoFar, RoundTranscript transcript)
    {
        // A copy, for what the function does to them must not change the call, which the reader looks at meanwhile.
        var arguments = call.Content.Arguments is Dictionary<string, object?> shared ? new Dictionary<string, object?>(shared, shared.Comparer) : call.Content.Arguments;
        return new FunctionInvocationContext
        {
            Function = function,
            Arguments = new AIFunctionArguments(arguments) { Services = client.Services },
            Messages = [.. Messages, .. transcript.ToResponse().Messages],
            Options = Options,
            CallContent = call.Content,
            Iteration = Iteration,
            FunctionCallIndex = call.Index,
            FunctionCount = callsSoFar,
            IsStreaming = true,
        };
    }
}
