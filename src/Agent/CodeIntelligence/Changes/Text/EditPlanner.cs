using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

/// <summary>Turns edits into the texts that files are to have. Writes nothing.</summary>
internal static class EditPlanner
{
    /// <summary>Applies the edits in order, each to what those before it left.</summary>
    /// <param name="edits">At most <see cref="EditLimits.Edits"/>.</param>
    /// <param name="read">Gives a file's text, or null if there is none; asked once for each path.</param>
    /// <param name="options">How the files are parsed; preprocessor symbols decide which members are seen.</param>
    /// <returns>The files that differ, in the order in which the edits name them first.</returns>
    /// <exception cref="CodeException">One of the edits cannot be carried out; the message begins with its number.</exception>
    public static IReadOnlyList<PlannedFile> Apply(IReadOnlyList<CodeEdit> edits, Func<string, SourceText?> read, CSharpParseOptions? options = null)
    {
        if (edits.Count is 0 or > EditLimits.Edits)
        {
            throw edits.Count == 0
                ? new CodeException(CodeErrorKind.InvalidArgument, "There are no edits.")
                : new CodeException(CodeErrorKind.LimitExceeded, $"There are {edits.Count} edits; one transaction takes at most {EditLimits.Edits}.");
        }

        Dictionary<string, PlannedFile> files = new(StringComparer.Ordinal);
        List<string> order = [];
        for (var i = 0; i < edits.Count; i++)
        {
            var path = edits[i].Path;
            try
            {
                if (!files.TryGetValue(path, out var file))
                {
                    var text = read(path);
                    file = new(path, text, text);
                    order.Add(path);
                }

                files[path] = file with { After = Apply(edits[i], file.After, options ?? CSharpParseOptions.Default) };
            }
            catch (CodeException exception)
            {
                throw new CodeException(exception.Kind, $"Edit {i + 1} of {edits.Count} ({path}): {exception.Message}", exception);
            }
        }

        return [.. order.Select(path => files[path]).Where(IsChanged)];
    }

    private static bool IsChanged(PlannedFile file) =>
        (file.Before is null) != (file.After is null) || (file.Before is { } before && !before.ContentEquals(file.After!));

    private static SourceText? Apply(CodeEdit edit, SourceText? text, CSharpParseOptions options)
    {
        if (edit is NewFile added)
        {
            return text is null ? SourceText.From(EditLimits.CheckedSource(added.Source), SourceBytes.Default)
                : throw new CodeException(CodeErrorKind.InvalidArgument, "The file is there already. Replace text or members in it, or delete it first.");
        }

        if (text is null)
        {
            throw new CodeException(CodeErrorKind.NotFound, "There is no such file.");
        }

        EditLimits.CheckedFile(text);
        if (edit is DeleteFile)
        {
            return null;
        }

        var changes = edit is ReplaceText replaced
            ? [TextAnchor.Replace(text, EditLimits.CheckedSource(replaced.OldText), EditLimits.CheckedSource(replaced.NewText))]
            : MemberChanges(edit, text, options);
        return EditLimits.CheckedFile(text.WithChanges(changes));
    }

    private static IEnumerable<TextChange> MemberChanges(CodeEdit edit, SourceText text, CSharpParseOptions options)
    {
        var root = CSharpSyntaxTree.ParseText(text, options).GetCompilationUnitRoot();
        var changes = edit switch
        {
            ReplaceMember replaced => Replace(replaced, root, text, options),
            InsertMember inserted => Insert(inserted, root, text, options),
            DeleteMember deleted => MemberDeletion.Delete(MemberFinder.Find(root, deleted.Member), text),
            _ => throw new ArgumentOutOfRangeException(nameof(edit), edit, "A planner knows all kinds of edits."),
        };
        var ending = LineEndings.Dominant(text.ToString());
        return changes.Select(change => new TextChange(change.Span, LineEndings.From(change.NewText ?? "", ending)));
    }

    private static IReadOnlyList<TextChange> Replace(ReplaceMember edit, CompilationUnitSyntax root, SourceText text, CSharpParseOptions options)
    {
        var site = MemberFinder.Find(root, edit.Member);
        return MemberReplacement.Replace(site, MemberSource.Parse(edit.Source, site.Declaration.Parent!, options), text);
    }

    private static IReadOnlyList<TextChange> Insert(InsertMember edit, CompilationUnitSyntax root, SourceText text, CSharpParseOptions options)
    {
        var site = edit.Anchor.Trim().Length == 0 ? null : MemberFinder.Find(root, edit.Anchor);
        if (edit.Place is MemberPlace.First or MemberPlace.Last)
        {
            SyntaxNode container = site?.Node ?? (root.Members is [BaseNamespaceDeclarationSyntax space] ? space : root);
            if (site is not null && container is not BaseTypeDeclarationSyntax)
            {
                throw new CodeException(CodeErrorKind.InvalidArgument, $"{site.Display} is not a type that has members. Insert before or after it.");
            }

            var insertion = new MemberInsertion(MemberSource.Parse(edit.Source, container, options), text);
            return edit.Place == MemberPlace.First ? insertion.First(container) : insertion.Last(container);
        }

        if (site is null)
        {
            throw new CodeException(CodeErrorKind.InvalidArgument, "There is no anchor to insert before or after. Name a member, or insert as first or last.");
        }

        var beside = new MemberInsertion(MemberSource.Parse(edit.Source, site.Declaration.Parent!, options), text);
        return edit.Place == MemberPlace.Before ? beside.Above(site.Declaration) : beside.Below(site.Declaration);
    }
}
