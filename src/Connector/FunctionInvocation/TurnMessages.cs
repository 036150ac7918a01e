using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.FunctionInvocation;

/// <summary>
/// The messages of one turn of a function-invoking loop: one list for all its rounds, to which each round adds. The client
/// underneath may keep here what it has made of the messages it has sent, so that a round costs it only what is new.
/// </summary>
/// <remarks>
/// The list may be changed between rounds in any way. What a message that was sent refers to is frozen, though: the arguments
/// of a call, the result of a call and the bytes of an image. A client may send them as they were.
/// </remarks>
internal sealed class TurnMessages : List<ChatMessage>, IDisposable
{
    private IDisposable? _memo;
    private volatile bool _disposed;

    public TurnMessages(IEnumerable<ChatMessage> messages)
        : base(messages)
    {
    }

    /// <summary>
    /// Takes out what was kept: the caller owns it until it gives it back. Of two requests at the same time, as a client that
    /// hedges makes, only one gets it.
    /// </summary>
    public IDisposable? TakeMemo() => Interlocked.Exchange(ref _memo, null);

    /// <summary>Keeps it for the next request, in place of what is kept; after <see cref="Dispose"/> it is disposed at once.</summary>
    public void KeepMemo(IDisposable memo)
    {
        Interlocked.Exchange(ref _memo, memo)?.Dispose();
        if (_disposed) TakeMemo()?.Dispose();
    }

    /// <summary>Ends the turn. The messages stay.</summary>
    public void Dispose()
    {
        _disposed = true;
        TakeMemo()?.Dispose();
    }
}
