namespace Websopy.SemanticKernel.CodeIntelligence;

/// <summary>What the code tools may do without asking.</summary>
public enum CodeApprovalPolicy
{
    /// <summary>Every change, every test run and every script is asked for. The default.</summary>
    Ask,

    /// <summary>
    /// Files are changed without asking, since <c>undo</c> takes a change back; running tests or scripts is asked for, and so is a
    /// change of project files, from which a build takes commands to run.
    /// </summary>
    AllowEdits,

    /// <summary>Nothing is asked for.</summary>
    AllowAll,

    /// <summary>There are only the tools that read.</summary>
    ReadOnly,
}
