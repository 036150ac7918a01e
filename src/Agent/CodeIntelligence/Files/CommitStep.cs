namespace Websopy.SemanticKernel.CodeIntelligence.Files;

/// <summary>What a transaction is about to do; tests fail or end the process there.</summary>
internal enum CommitStep
{
    /// <summary>Compare the files with what the change was made from.</summary>
    Verify,

    /// <summary>Write down durably what is going to change, and the old contents.</summary>
    Record,

    /// <summary>Write the new contents of one file beside it.</summary>
    Stage,

    /// <summary>Mark the record as complete: from here on the change is carried out, even by the next process.</summary>
    BeginApply,

    /// <summary>Put one file's new contents in place, or delete it.</summary>
    Apply,

    /// <summary>Mark the record as carried out.</summary>
    Commit,

    /// <summary>Remove records that are older than is kept, or undone.</summary>
    Tidy,

    /// <summary>Mark the record as one to be taken back.</summary>
    BeginRevert,

    /// <summary>Put one file's old contents back in place.</summary>
    Revert,

    /// <summary>Remove what was staged.</summary>
    Discard,
}
