using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.FunctionInvocation;

/// <summary>How a call ended.</summary>
internal enum CallStatus
{
    /// <summary>Its function returned.</summary>
    Completed,

    /// <summary>Its function failed, or its arguments could not be read.</summary>
    Failed,

    /// <summary>It has no function.</summary>
    NotFound,

    /// <summary>Its function was cancelled.</summary>
    Cancelled,

    /// <summary>Its function was not started, since the turn was about to end.</summary>
    Skipped,
}

/// <summary>How a call ended, and with what.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Value">What its function returned.</param>
/// <param name="Exception">Why it failed.</param>
/// <param name="Terminate">Whether its function asked for the turn to end.</param>
internal readonly record struct CallOutcome(CallStatus Status, object? Value = null, Exception? Exception = null, bool Terminate = false)
{
    /// <summary>The result as the model gets it. The texts of the first three are the base class's.</summary>
    public FunctionResultContent ToContent(FunctionCallContent call, bool includeDetailedErrors)
    {
        if (Status == CallStatus.Completed)
        {
            return Value is FunctionResultContent own && own.CallId == call.CallId
                ? own
                : new FunctionResultContent(call.CallId, Value ?? "Success: Function completed.");
        }

        var text = Status switch
        {
            CallStatus.NotFound => $"Error: Requested function \"{call.Name}\" not found.",
            CallStatus.Cancelled => "Error: Function was cancelled.",
            CallStatus.Skipped => "Error: Function was not invoked.",
            _ => "Error: Function failed.",
        };
        if (includeDetailedErrors && Status == CallStatus.Failed) text += $" Exception: {Exception?.Message}";
        return new FunctionResultContent(call.CallId, text) { Exception = Exception };
    }
}
