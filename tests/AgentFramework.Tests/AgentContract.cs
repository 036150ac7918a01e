using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using static Websopy.SemanticKernel.FunctionInvocation.Tests.Round;

namespace Websopy.SemanticKernel.AgentFramework.Tests;

/// <summary>What an agent of Microsoft's framework may expect of a client that invokes functions itself.</summary>
public abstract class AgentContract
{
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected static AIFunction Echo { get; } = AIFunctionFactory.Create((string text) => $"echo {text}", "Echo");

    protected static FunctionCallContent CallEcho(string id, string text) => Call(id, "Echo", ("text", text));

    protected abstract FunctionInvokingChatClient Client(IChatClient inner);

    private protected AIAgent Agent(ScriptedChatClient model, params AITool[] tools) =>
        new ChatClientAgent(Client(model), name: "Helper", tools: tools);

    private protected static async Task<IReadOnlyList<AgentResponseUpdate>> RunAsync(AIAgent agent, AgentSession session, params ChatMessage[] messages)
    {
        var updates = new List<AgentResponseUpdate>();
        await foreach (var update in agent.RunStreamingAsync(messages, session, cancellationToken: Token))
            updates.Add(update);

        return updates;
    }

    private protected static Task<IReadOnlyList<AgentResponseUpdate>> SayAsync(AIAgent agent, AgentSession session, string text) =>
        RunAsync(agent, session, new ChatMessage(ChatRole.User, text));

    protected static string TextOf(IEnumerable<AgentResponseUpdate> updates) => string.Concat(updates.Select(update => update.Text));

    protected static IReadOnlyList<ChatMessage> StoredIn(AgentSession session)
    {
        Assert.True(session.TryGetInMemoryChatHistory(out var messages));
        return messages;
    }
}
