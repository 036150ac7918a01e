namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

/// <summary>One change that a model asks for. The hierarchy is closed: a planner can tell all of them apart.</summary>
/// <param name="Path">The file as the caller names it; two edits of one file have to spell it alike.</param>
internal abstract record CodeEdit(string Path);

/// <summary>Replaces a text that occurs exactly once, whichever line endings it has.</summary>
internal sealed record ReplaceText(string Path, string OldText, string NewText) : CodeEdit(Path);

/// <summary>Replaces a whole member or type. Comments above it stay unless the source brings its own.</summary>
internal sealed record ReplaceMember(string Path, string Member, string Source) : CodeEdit(Path);

/// <summary>Adds members beside another one, or as the first or last of a type; an empty anchor is the file itself.</summary>
internal sealed record InsertMember(string Path, string Anchor, MemberPlace Place, string Source) : CodeEdit(Path);

/// <summary>Removes a member or type with the comments that belong to it.</summary>
internal sealed record DeleteMember(string Path, string Member) : CodeEdit(Path);

internal sealed record NewFile(string Path, string Source) : CodeEdit(Path);

internal sealed record DeleteFile(string Path) : CodeEdit(Path);

internal enum MemberPlace
{
    /// <summary>Above the member that is the anchor.</summary>
    Before,

    /// <summary>Below the member that is the anchor.</summary>
    After,

    /// <summary>The first member of the type that is the anchor.</summary>
    First,

    /// <summary>The last member of the type that is the anchor.</summary>
    Last,
}
