using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.FunctionInvocation;

/// <summary>
/// The beginning and the end of a turn, which are the base class's: its span, the answers to approval requests of the turn
/// before, and the usage on the span. The rounds between them are not: they run while the base waits for its inner client.
/// </summary>
internal sealed class TurnFrame(IAsyncEnumerator<ChatResponseUpdate> streamOfBase) : IAsyncDisposable
{
    /// <summary>What the base has prepared, once <see cref="NextAsync"/> has given <see langword="null"/>; <see langword="null"/> where the base ended the turn.</summary>
    public HandOver? HandOver { get; private set; }

    /// <summary>The next update of the base, made of approved and rejected calls; <see langword="null"/> when there are no more.</summary>
    public async ValueTask<ChatResponseUpdate?> NextAsync()
    {
        if (!await streamOfBase.MoveNextAsync().ConfigureAwait(false)) return null;
        var update = streamOfBase.Current;
        HandOver = update.RawRepresentation as HandOver;
        return HandOver is null ? update : null;
    }

    /// <summary>Lets the base end the turn.</summary>
    public async ValueTask CloseAsync(UsageDetails? usage)
    {
        if (HandOver is null) return;
        HandOver.Usage = usage;
        while (await streamOfBase.MoveNextAsync().ConfigureAwait(false)) { }
    }

    public ValueTask DisposeAsync() => streamOfBase.DisposeAsync();
}
