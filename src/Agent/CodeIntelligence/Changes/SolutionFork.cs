using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Websopy.SemanticKernel.CodeIntelligence.Changes.Text;
using Websopy.SemanticKernel.CodeIntelligence.Files;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes;

/// <summary>Between texts of files and projects in memory: a file changes in every flavour that it belongs to.</summary>
internal static class SolutionFork
{
    /// <summary>The projects with the files changed.</summary>
    public static Solution Apply(Solution solution, SolutionFolder folder, IEnumerable<PlannedFile> files)
    {
        foreach (var file in files)
        {
            var path = folder.Resolve(file.Path, PathUse.Write);
            solution = file.After is null ? SolutionFiles.Remove(solution, path)
                : solution.GetDocumentIdsWithFilePath(path).IsEmpty ? Add(solution, path, file.After)
                : SolutionFiles.SetText(solution, path, file.After);
        }

        return solution;
    }

    /// <summary>The files in which two versions of the projects differ.</summary>
    /// <exception cref="CodeException">A file outside the folder would change, or one that is off limits.</exception>
    public static async Task<IReadOnlyList<PlannedFile>> FilesAsync(Solution before, Solution after, SolutionFolder folder, CancellationToken cancellationToken)
    {
        Dictionary<string, PlannedFile> files = new(StringComparer.Ordinal);
        foreach (var id in after.GetChanges(before).GetProjectChanges().SelectMany(Documents).Distinct())
        {
            var old = SolutionFiles.Find(before, id);
            var now = SolutionFiles.Find(after, id);
            var path = folder.Display(folder.Resolve((now ?? old)!.FilePath ?? "", PathUse.Write));
            if (files.ContainsKey(path))
            {
                continue;
            }

            var file = new PlannedFile(path, await TextAsync(old, cancellationToken).ConfigureAwait(false), await TextAsync(now, cancellationToken).ConfigureAwait(false));
            if (file.Before is null || file.After is null || !file.Before.ContentEquals(file.After))
            {
                files.Add(path, file);
            }
        }

        return [.. files.Values];
    }

    private static IEnumerable<DocumentId> Documents(ProjectChanges changes) =>
    [
        .. changes.GetChangedDocuments(), .. changes.GetAddedDocuments(), .. changes.GetRemovedDocuments(),
        .. changes.GetChangedAdditionalDocuments(), .. changes.GetChangedAnalyzerConfigDocuments(),
    ];

    private static async Task<SourceText?> TextAsync(TextDocument? document, CancellationToken cancellationToken) =>
        document is null ? null : await document.GetTextAsync(cancellationToken).ConfigureAwait(false);

    // What a project file says beyond the usual rule is seen when the projects are loaded again.
    private static Solution Add(Solution solution, string path, SourceText text) => !path.EndsWith(".cs", StringComparison.Ordinal) ? solution
        : SolutionFiles.Add(solution, path, text, CompileGlobs.Nearest(path, solution.Projects.Select(project => project.FilePath).OfType<string>()));
}
