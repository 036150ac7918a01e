using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Websopy.SemanticKernel.CodeIntelligence.Changes.Text;
using Websopy.SemanticKernel.CodeIntelligence.Files;

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
            var ids = solution.GetDocumentIdsWithFilePath(path);
            solution = file.After switch
            {
                null => Remove(solution, ids),
                { } text when ids.IsEmpty => Add(solution, path, text),
                { } text => ids.Aggregate(solution, (current, id) => WithText(current, id, text)),
            };
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
            var old = Get(before, id);
            var now = Get(after, id);
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

    private static TextDocument? Get(Solution solution, DocumentId id) =>
        solution.GetDocument(id) ?? solution.GetAdditionalDocument(id) ?? (TextDocument?)solution.GetAnalyzerConfigDocument(id);

    private static async Task<SourceText?> TextAsync(TextDocument? document, CancellationToken cancellationToken) =>
        document is null ? null : await document.GetTextAsync(cancellationToken).ConfigureAwait(false);

    private static Solution WithText(Solution solution, DocumentId id, SourceText text)
    {
        var project = solution.GetProject(id.ProjectId)!;
        return project.ContainsDocument(id) ? solution.WithDocumentText(id, text)
            : project.ContainsAdditionalDocument(id) ? solution.WithAdditionalDocumentText(id, text)
            : solution.WithAnalyzerConfigDocumentText(id, text);
    }

    private static Solution Remove(Solution solution, IEnumerable<DocumentId> ids) => ids.Aggregate(solution, (current, id) =>
    {
        var project = current.GetProject(id.ProjectId)!;
        return project.ContainsDocument(id) ? current.RemoveDocument(id)
            : project.ContainsAdditionalDocument(id) ? current.RemoveAdditionalDocument(id)
            : current.RemoveAnalyzerConfigDocument(id);
    });

    // The SDK compiles each file below a project's folder. What a project file says beyond that is seen when it is loaded again.
    private static Solution Add(Solution solution, string path, SourceText text)
    {
        if (!path.EndsWith(".cs", StringComparison.Ordinal))
        {
            return solution;
        }

        foreach (var project in Owners(solution, path))
        {
            var id = DocumentId.CreateNewId(project.Id, Path.GetFileName(path));
            solution = solution.AddDocument(id, Path.GetFileName(path), text, Folders(project, path), path);
        }

        return solution;
    }

    private static List<Project> Owners(Solution solution, string path)
    {
        var above = solution.Projects.Where(project => project.FilePath is { } file && path.StartsWith(Path.GetDirectoryName(file) + Path.DirectorySeparatorChar, SolutionFolder.PathComparison)).ToList();
        var nearest = above.Count == 0 ? 0 : above.Max(project => Path.GetDirectoryName(project.FilePath)!.Length);
        return above.FindAll(project => Path.GetDirectoryName(project.FilePath)!.Length == nearest);
    }

    private static string[] Folders(Project project, string path) =>
        Path.GetRelativePath(Path.GetDirectoryName(project.FilePath)!, Path.GetDirectoryName(path)!) is var folder && folder == "."
            ? [] : folder.Split(Path.DirectorySeparatorChar);
}
