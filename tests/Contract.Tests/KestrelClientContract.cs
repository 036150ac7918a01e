using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Contract.Tests.Hosts;

namespace Websopy.SemanticKernel.Contract.Tests;

/// <summary>The contract for Websopy's client over a real server.</summary>
public sealed class KestrelClientContract : ChatClientContract
{
    private protected override Task<IClientHost> StartAsync(IChatClient model, CancellationToken cancellationToken) =>
        KestrelHost.StartAsync(model, cancellationToken);
}
