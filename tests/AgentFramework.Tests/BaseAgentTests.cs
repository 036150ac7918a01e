using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.AgentFramework.Tests;

// Over Microsoft's client: shows that the expectations are the framework's own.
public sealed class BaseAgentTurnTests : AgentTurnContract
{
    protected override FunctionInvokingChatClient Client(IChatClient inner) => new(inner);
}

public sealed class BaseAgentMiddlewareTests : AgentMiddlewareContract
{
    protected override FunctionInvokingChatClient Client(IChatClient inner) => new(inner);
}

public sealed class BaseAgentApprovalTests : AgentApprovalContract
{
    protected override FunctionInvokingChatClient Client(IChatClient inner) => new(inner);
}
