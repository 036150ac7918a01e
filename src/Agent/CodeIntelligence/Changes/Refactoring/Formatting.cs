using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;
using Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Refactoring;

/// <summary>Lays out documents as their .editorconfig says.</summary>
internal static class Formatting
{
    /// <summary>The solution with these documents formatted; those that are in form already are left untouched.</summary>
    public static async Task<Solution> RunAsync(Solution solution, IEnumerable<DocumentId> documents, CancellationToken cancellationToken)
    {
        var formatted = solution;
        HashSet<DocumentId> done = [];
        foreach (var id in documents)
        {
            var document = solution.GetDocument(id) ?? throw new CodeException(CodeErrorKind.NotFound, "There is no such document to format.");
            if (done.Contains(id) || document is SourceGeneratedDocument)
            {
                continue;
            }

            // The flavours' documents of a file get one text: what a flavour switches off is formatted by none.
            done.Add(id);
            done.UnionWith(document.GetLinkedDocumentIds());
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            var after = await FormatAsync(document, text, cancellationToken).ConfigureAwait(false);
            if (!after.ContentEquals(text))
            {
                formatted = document.GetLinkedDocumentIds().Prepend(id).Aggregate(formatted, (all, each) => all.WithDocumentText(each, after, PreservationMode.PreserveValue));
            }
        }

        return formatted;
    }

    private static async Task<SourceText> FormatAsync(Document document, SourceText text, CancellationToken cancellationToken)
    {
        var formatted = await Formatter.FormatAsync(document, options: null, cancellationToken).ConfigureAwait(false);
        var root = (await formatted.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var result = root.GetText(text.Encoding, text.ChecksumAlgorithm).ToString();

        // The formatter keeps the line endings that are there, and the end of the file; both have options of their own.
        var tree = (await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false))!;
        var options = document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(tree);
        var ending = options.TryGetValue("end_of_line", out var name) ? name.Trim().ToLowerInvariant() switch { "lf" => "\n", "crlf" => "\r\n", "cr" => "\r", _ => null } : null;
        if (ending is not null)
        {
            result = LineEndings.From(LineEndings.ToFeeds(result), ending);
        }

        if (options.TryGetValue("insert_final_newline", out var final) && bool.TryParse(final, out var isFinal) && result.Length > 0)
        {
            var trimmed = result.TrimEnd('\r', '\n');
            result = isFinal ? (result[^1] is '\r' or '\n' ? result : result + (ending ?? LineEndings.Dominant(result))) : trimmed;
        }

        return result == text.ToString() ? text : SourceText.From(result, text.Encoding, text.ChecksumAlgorithm);
    }
}
