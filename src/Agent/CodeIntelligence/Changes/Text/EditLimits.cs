using Microsoft.CodeAnalysis.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

/// <summary>How much one transaction may change.</summary>
internal static class EditLimits
{
    public const int Edits = 100;

    /// <summary>Bytes of a file on disk, and characters of one in memory.</summary>
    public const int File = 4 * 1024 * 1024;

    /// <summary>Characters of one argument.</summary>
    public const int Source = 256 * 1024;

    public static SourceText CheckedFile(SourceText text) => text.Length <= File ? text : throw new CodeException(CodeErrorKind.LimitExceeded,
        $"The file has {text.Length} characters; at most {File} can be edited.");

    public static string CheckedSource(string text) => text.Length <= Source ? text : throw new CodeException(CodeErrorKind.LimitExceeded,
        $"The text has {text.Length} characters; one edit takes at most {Source}. Split it into several edits.");
}
