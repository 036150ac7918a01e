using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.FunctionInvocation;

/// <summary>What is to be done with a call.</summary>
internal enum CallAction
{
    /// <summary>Start its function, now.</summary>
    Invoke,

    /// <summary>Ask the caller whether its function may be started.</summary>
    AskApproval,

    /// <summary>Tell the model that there is no such function.</summary>
    AnswerNotFound,

    /// <summary>Pass it on: only the caller can answer it.</summary>
    LeaveToCaller,
}

/// <summary>What is to be done with a call, and with which function.</summary>
internal readonly record struct CallDecision(CallAction Action, AIFunction? Function)
{
    /// <param name="call">The call, complete.</param>
    /// <param name="tools">The tools of the round; of two with one name the first counts.</param>
    /// <param name="leaveUnknown">Whether calls of unknown functions are the caller's, <see cref="FunctionInvokingChatClient.TerminateOnUnknownCalls"/>.</param>
    public static CallDecision For(FunctionCallContent call, IReadOnlyList<AITool> tools, bool leaveUnknown)
    {
        AIFunctionDeclaration? declared = null;
        var needsApproval = false;
        foreach (var tool in tools)
        {
            if (tool is not AIFunctionDeclaration candidate || candidate.Name != call.Name) continue;
            declared ??= candidate;
            needsApproval |= candidate.GetService<ApprovalRequiredAIFunction>() is not null;
        }

        return declared switch
        {
            null => new(leaveUnknown ? CallAction.LeaveToCaller : CallAction.AnswerNotFound, null),
            not AIFunction => new(CallAction.LeaveToCaller, null),
            // Arguments that nobody can read need no approval: the call fails without its function being invoked.
            AIFunction function when needsApproval && call.Exception is null => new(CallAction.AskApproval, function),
            AIFunction function => new(CallAction.Invoke, function),
        };
    }
}
