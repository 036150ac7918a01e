using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Contract.Tests.Hosts;

namespace Websopy.SemanticKernel.Contract.Tests;

/// <summary>The contract for the scripted model itself: what the others are held against.</summary>
public sealed class ScriptedClientContract : ChatClientContract
{
    private protected override Task<IClientHost> StartAsync(IChatClient model, CancellationToken cancellationToken) =>
        Task.FromResult<IClientHost>(new DirectHost(model));
}
