using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Refactoring;

/// <summary>One file is a document in every flavour of its project: all of them have to end up with the same text.</summary>
internal static class LinkedDocuments
{
    /// <summary>The solution in which what was changed in one flavour's document is changed in all documents of that file.</summary>
    /// <exception cref="CodeException">Two flavours change the same lines in different ways.</exception>
    public static async Task<Solution> MergeAsync(Solution before, Solution after, CancellationToken cancellationToken)
    {
        var merged = after;
        HashSet<DocumentId> done = [];
        foreach (var id in after.GetChanges(before).GetProjectChanges().SelectMany(project => project.GetChangedDocuments(onlyGetDocumentsWithTextChanges: true)).ToList())
        {
            if (!done.Add(id))
            {
                continue;
            }

            var linked = before.GetDocument(id)!.GetLinkedDocumentIds();
            done.UnionWith(linked);
            if (linked.IsEmpty)
            {
                continue;
            }

            var old = await before.GetDocument(id)!.GetTextAsync(cancellationToken).ConfigureAwait(false);
            List<SourceText> versions = [];
            foreach (var each in linked.Prepend(id))
            {
                versions.Add(await after.GetDocument(each)!.GetTextAsync(cancellationToken).ConfigureAwait(false));
            }

            var text = Merge(old, versions, before.GetDocument(id)!.Name);
            merged = linked.Prepend(id).Zip(versions).Where(pair => !pair.Second.ContentEquals(text))
                .Aggregate(merged, (solution, pair) => solution.WithDocumentText(pair.First, text, PreservationMode.PreserveValue));
        }

        return merged;
    }

    /// <summary>The old text with the changes of all versions.</summary>
    internal static SourceText Merge(SourceText old, IReadOnlyList<SourceText> versions, string name)
    {
        var changed = versions.Where(version => !version.ContentEquals(old)).DistinctBy(version => version.ToString(), StringComparer.Ordinal).ToList();
        if (changed.Count <= 1)
        {
            return changed.Count == 0 ? old : changed[0];
        }

        var lines = DiffLines.Split(old.ToString());
        HashSet<(int Start, int Count, string Text)> changes = [];
        foreach (var version in changed)
        {
            var others = DiffLines.Split(version.ToString());
            changes.UnionWith(DiffLines.Compare(lines, others).SelectMany(block => LineByLine(block, others)));
        }

        var result = new List<string>();
        var next = 0;
        foreach (var (start, count, text) in changes.OrderBy(change => change.Start).ThenBy(change => change.Count))
        {
            if (start < next)
            {
                throw new CodeException(CodeErrorKind.Ambiguous, $"Line {start + 1} of {name} would change differently for the frameworks that the project targets. Edit it by hand.");
            }

            result.AddRange(lines[next..start]);
            result.Add(text);
            next = start + Math.Max(count, 0);
        }

        result.AddRange(lines[next..]);
        return SourceText.From(string.Concat(result), old.Encoding, old.ChecksumAlgorithm);
    }

    /// <summary>Where lines are replaced one by one, each is a change of its own, so that flavours may differ in their neighbours.</summary>
    private static IEnumerable<(int Start, int Count, string Text)> LineByLine(DiffLines.Block block, string[] others) =>
        block.OldCount == block.NewCount
            ? Enumerable.Range(0, block.OldCount).Select(i => (block.OldStart + i, 1, others[block.NewStart + i]))
            : [(block.OldStart, block.OldCount, string.Concat(others[block.NewStart..block.NewEnd]))];
}
