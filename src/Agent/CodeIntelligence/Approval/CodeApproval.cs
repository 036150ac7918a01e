namespace Websopy.SemanticKernel.CodeIntelligence;

/// <summary>The answer to a <see cref="CodeApprovalRequest"/>.</summary>
public sealed class CodeApproval
{
    private CodeApproval(bool isAllowed, string? reason) => (IsAllowed, Reason) = (isAllowed, reason);

    /// <summary>Do it.</summary>
    public static CodeApproval Allow { get; } = new(true, null);

    /// <summary>Whether it may be done.</summary>
    public bool IsAllowed { get; }

    /// <summary>Why not, for the model; null if nothing was said.</summary>
    public string? Reason { get; }

    /// <summary>Do not do it.</summary>
    /// <param name="reason">Why not, or what to do instead; the model is told.</param>
    /// <returns>The answer.</returns>
    public static CodeApproval Deny(string? reason = null) => new(false, reason);
}
