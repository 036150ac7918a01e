namespace Websopy.SemanticKernel.CodeIntelligence;

/// <summary>Why a question about code, or a change of it, was not carried out.</summary>
public enum CodeErrorKind
{
    /// <summary>An argument cannot be understood; the message says what would be.</summary>
    InvalidArgument,

    /// <summary>No such file, symbol, project or diagnostic.</summary>
    NotFound,

    /// <summary>A name or an anchor fits several places; the message lists them.</summary>
    Ambiguous,

    /// <summary>The path is outside the solution's folder or off limits.</summary>
    PathRefused,

    /// <summary>A file was changed on disk since it was read; nothing was written.</summary>
    StaleFile,

    /// <summary>The change would not compile; nothing was written.</summary>
    CompileErrors,

    /// <summary>The policy or a person did not allow it; nothing was done.</summary>
    NotApproved,

    /// <summary>The solution is still loading, or could not be loaded.</summary>
    NotLoaded,

    /// <summary>More than a limit allows: bytes, edits, time.</summary>
    LimitExceeded,

    /// <summary>There is no sandbox on this machine to run a script in.</summary>
    SandboxUnavailable,

    /// <summary>The files could not be written; what was there before is there still.</summary>
    WriteFailed,
}
