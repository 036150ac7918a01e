using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>Brings files into a solution, in all flavours at once.</summary>
internal static class SolutionFiles
{
    /// <summary>Gives a file its text wherever it is known; the same solution if it has it already.</summary>
    public static Solution SetText(Solution solution, string path, SourceText text)
    {
        foreach (var id in solution.GetDocumentIdsWithFilePath(path))
        {
            if (Find(solution, id) is { } document && document.TryGetText(out var known) && known.ContentEquals(text))
            {
                continue;
            }

            solution = solution.ContainsDocument(id) ? solution.WithDocumentText(id, text)
                : solution.ContainsAdditionalDocument(id) ? solution.WithAdditionalDocumentText(id, text)
                : solution.WithAnalyzerConfigDocumentText(id, text);
        }

        return solution;
    }

    /// <summary>Takes a file out of all projects.</summary>
    public static Solution Remove(Solution solution, string path)
    {
        foreach (var id in solution.GetDocumentIdsWithFilePath(path))
        {
            solution = solution.ContainsDocument(id) ? solution.RemoveDocument(id)
                : solution.ContainsAdditionalDocument(id) ? solution.RemoveAdditionalDocument(id)
                : solution.RemoveAnalyzerConfigDocument(id);
        }

        return solution;
    }

    /// <summary>Puts a source file into every flavour of projects that do not have it.</summary>
    public static Solution Add(Solution solution, string path, SourceText text, IReadOnlyCollection<string> projectFiles)
    {
        foreach (var project in solution.Projects.Where(project => project.FilePath is not null && projectFiles.Contains(project.FilePath)).ToList())
        {
            if (!solution.GetDocumentIdsWithFilePath(path).Any(id => id.ProjectId == project.Id))
            {
                var folders = Path.GetRelativePath(Path.GetDirectoryName(project.FilePath)!, Path.GetDirectoryName(path)!);
                solution = solution.AddDocument(
                    DocumentId.CreateNewId(project.Id, path),
                    Path.GetFileName(path),
                    text,
                    folders == "." ? [] : folders.Split(Path.DirectorySeparatorChar),
                    path);
            }
        }

        return solution;
    }

    /// <summary>Takes over what another solution says of some files, and leaves all else.</summary>
    /// <param name="solution">What is known by now.</param>
    /// <param name="committed">A solution that was forked from an earlier one, changed and written to disk.</param>
    /// <param name="paths">The files that were changed in it.</param>
    /// <param name="cancellationToken">Stops reading the texts.</param>
    public static async Task<Solution> TakeOverAsync(Solution solution, Solution committed, IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        foreach (var path in paths)
        {
            var documents = committed.GetDocumentIdsWithFilePath(path).Select(id => Find(committed, id)).OfType<TextDocument>().ToImmutableArray();
            if (documents.IsEmpty)
            {
                solution = Remove(solution, path);
                continue;
            }

            var text = await documents[0].GetTextAsync(cancellationToken).ConfigureAwait(false);
            solution = SetText(solution, path, text);
            solution = Add(solution, path, text, [.. documents.OfType<Document>().Select(document => document.Project.FilePath).OfType<string>()]);
        }

        return solution;
    }

    /// <summary>A source file, an additional one or an .editorconfig.</summary>
    public static TextDocument? Find(Solution solution, DocumentId id) =>
        solution.GetDocument(id) ?? solution.GetAdditionalDocument(id) ?? (TextDocument?)solution.GetAnalyzerConfigDocument(id);
}
