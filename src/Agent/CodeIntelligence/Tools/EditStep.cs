using System.ComponentModel;
using Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Tools;

internal enum EditKind
{
    ReplaceText,
    ReplaceMember,
    DeleteMember,
    InsertBefore,
    InsertAfter,
    InsertFirst,
    InsertLast,
    NewFile,
    DeleteFile,
}

/// <summary>An edit as a model writes it: flat, since that takes the fewest tokens to describe.</summary>
internal sealed record EditStep(
    EditKind Kind,
    string Path,
    [property: Description("Type.Member(parameter types where overloaded): what to replace or delete, what to insert beside, or the type to insert first or last in")] string? Member = null,
    [property: Description("For ReplaceText: occurs exactly once")] string? OldText = null,
    [property: Description("The new text, whole member(s) with doc comment, or whole file")] string? NewText = null)
{
    /// <exception cref="CodeException">A part is missing that the kind needs.</exception>
    public CodeEdit ToEdit(Func<string, string> normalize)
    {
        var path = normalize(Path);
        return Kind switch
        {
            EditKind.ReplaceText => new ReplaceText(path, Need(OldText, "oldText"), NewText ?? ""),
            EditKind.ReplaceMember => new ReplaceMember(path, Need(Member, "member"), Need(NewText, "newText")),
            EditKind.DeleteMember => new DeleteMember(path, Need(Member, "member")),
            EditKind.InsertBefore => new InsertMember(path, Need(Member, "member"), MemberPlace.Before, Need(NewText, "newText")),
            EditKind.InsertAfter => new InsertMember(path, Need(Member, "member"), MemberPlace.After, Need(NewText, "newText")),
            EditKind.InsertFirst => new InsertMember(path, Member ?? "", MemberPlace.First, Need(NewText, "newText")),
            EditKind.InsertLast => new InsertMember(path, Member ?? "", MemberPlace.Last, Need(NewText, "newText")),
            EditKind.NewFile => new NewFile(path, NewText ?? ""),
            EditKind.DeleteFile => new DeleteFile(path),
            _ => throw new CodeException(CodeErrorKind.InvalidArgument, $"There is no kind of edit '{Kind}'."),
        };
    }

    private string Need(string? value, string name) => !string.IsNullOrEmpty(value) ? value
        : throw new CodeException(CodeErrorKind.InvalidArgument, $"An edit of kind {Kind} needs {name}.");
}
