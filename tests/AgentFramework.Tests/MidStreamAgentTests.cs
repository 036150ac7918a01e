using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.FunctionInvocation;

namespace Websopy.SemanticKernel.AgentFramework.Tests;

// Over this project's client.
public sealed class MidStreamAgentTurnTests : AgentTurnContract
{
    protected override FunctionInvokingChatClient Client(IChatClient inner) => new MidStreamFunctionInvokingChatClient(inner);
}

public sealed class MidStreamAgentMiddlewareTests : AgentMiddlewareContract
{
    protected override FunctionInvokingChatClient Client(IChatClient inner) => new MidStreamFunctionInvokingChatClient(inner);
}

public sealed class MidStreamAgentApprovalTests : AgentApprovalContract
{
    protected override FunctionInvokingChatClient Client(IChatClient inner) => new MidStreamFunctionInvokingChatClient(inner);
}
