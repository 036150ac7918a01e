using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Contract.Tests.Hosts;

/// <summary>A client and whatever runs behind it.</summary>
internal interface IClientHost : IAsyncDisposable
{
    IChatClient Client { get; }
}
