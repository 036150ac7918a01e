using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.FunctionInvocation;

/// <summary>
/// The messages of a turn: one list for all its rounds, and a place where the client underneath may keep what it has made of
/// the messages it has sent.
/// </summary>
internal sealed class TurnMessages : List<ChatMessage>, IDisposable
{
    /// <summary>What the client underneath keeps between the rounds.</summary>
    public IDisposable? Memo { get; set; }

    public void Dispose() => Memo?.Dispose();
}
