namespace Websopy.SemanticKernel.CodeIntelligence.Approval;

internal enum ActionKind
{
    /// <summary>Writes files; can be undone.</summary>
    Change,

    /// <summary>Runs code, or writes what runs when the projects are loaded.</summary>
    Run,
}

/// <summary>Decides whether something may be done, by the policy and else by whoever is asked.</summary>
/// <param name="policy">What needs no question.</param>
/// <param name="ask">Who is asked; null if nobody can be.</param>
internal sealed class Approver(CodeApprovalPolicy policy, CodeApprovalHandler? ask)
{
    /// <summary>For functions that whoever calls them asks about: each call was approved before it came.</summary>
    public static Approver ByCaller { get; } = new(CodeApprovalPolicy.AllowAll, null);

    /// <summary>Whether this kind of action is asked for. Pure.</summary>
    public static bool MustAsk(CodeApprovalPolicy policy, ActionKind kind) => policy switch
    {
        CodeApprovalPolicy.AllowAll => false,
        CodeApprovalPolicy.AllowEdits => kind != ActionKind.Change,
        _ => true,
    };

    /// <exception cref="CodeException">It must not be done.</exception>
    public async ValueTask RequireAsync(ActionKind kind, Func<CodeApprovalRequest> request, CancellationToken cancellationToken)
    {
        if (!MustAsk(policy, kind))
        {
            return;
        }

        if (policy == CodeApprovalPolicy.ReadOnly || ask is null)
        {
            throw new CodeException(CodeErrorKind.NotApproved, policy == CodeApprovalPolicy.ReadOnly
                ? "Nothing may be changed or run here: the solution is open for reading only. Say what you would change instead."
                : "This needs a person's approval, and there is nobody to ask. Say what you would do instead.");
        }

        var answer = await ask(request(), cancellationToken).ConfigureAwait(false);
        if (!answer.IsAllowed)
        {
            throw new CodeException(CodeErrorKind.NotApproved, string.IsNullOrWhiteSpace(answer.Reason)
                ? "The user did not allow this. Do not try again without being asked to."
                : $"The user did not allow this: {answer.Reason.Trim()}");
        }
    }
}
