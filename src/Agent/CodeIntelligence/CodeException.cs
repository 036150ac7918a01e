namespace Websopy.SemanticKernel.CodeIntelligence;

/// <summary>A question about code, or a change of it, that was not carried out. Its message is written for a model to act upon.</summary>
public sealed class CodeException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="kind">Why it was not carried out.</param>
    /// <param name="message">What to do about it, without paths outside the solution's folder.</param>
    /// <param name="innerException">What it was caused by, if anything.</param>
    public CodeException(CodeErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException) => Kind = kind;

    /// <summary>Why it was not carried out.</summary>
    public CodeErrorKind Kind { get; }
}
