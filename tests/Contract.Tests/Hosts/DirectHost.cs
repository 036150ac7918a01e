using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Contract.Tests.Hosts;

/// <summary>The model itself.</summary>
internal sealed class DirectHost(IChatClient model) : IClientHost
{
    public IChatClient Client => model;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
