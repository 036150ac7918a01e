using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Contract.Tests.Hosts;

namespace Websopy.SemanticKernel.Contract.Tests;

/// <summary>The contract for Websopy's client over the endpoint in memory.</summary>
public sealed class InMemoryClientContract : ChatClientContract
{
    private protected override Task<IClientHost> StartAsync(IChatClient model, CancellationToken cancellationToken) =>
        InMemoryHost.StartAsync(model, cancellationToken);
}
