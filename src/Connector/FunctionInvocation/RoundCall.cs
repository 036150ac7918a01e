using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.FunctionInvocation;

/// <summary>A call of a round that has been taken on: it is invoked, or answered, here.</summary>
internal sealed class RoundCall(FunctionCallContent content, int index)
{
    public FunctionCallContent Content => content;

    /// <summary>Its place among the calls of the response.</summary>
    public int Index => index;

    /// <summary>Cancels this call alone; <see langword="null"/> where nothing runs for it.</summary>
    public CancellationTokenSource? Cancellation { get; set; }

    /// <summary>Its result, once passed on.</summary>
    public FunctionResultContent? Result { get; set; }

    /// <summary>What its function has thrown.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Whether the inner client has brought a result itself. That one counts, and the run here does not.</summary>
    public bool IsAnsweredByServer { get; set; }
}
