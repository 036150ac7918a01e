using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>What changed on disk between two looks, read and ready to be brought into a snapshot.</summary>
/// <param name="Written">Files with their new text, and with a tree if they are C# files of the folder.</param>
/// <param name="Added">Those C# files that were not there before.</param>
/// <param name="Gone">Files that were there before.</param>
/// <param name="Unreadable">C# files that are too large or no text by now.</param>
/// <param name="Busy">Files that could not be read at this moment.</param>
/// <param name="NeedsLoad">Whether MSBuild has to be asked again.</param>
internal sealed record DiskChanges(
    ImmutableArray<(string Path, SourceText Text, SyntaxTree? Tree)> Written,
    ImmutableHashSet<string> Added,
    ImmutableArray<string> Gone,
    ImmutableArray<string> Unreadable,
    ImmutableArray<string> Busy,
    bool NeedsLoad)
{
    /// <summary>Reads what differs between two looks at the disk.</summary>
    public static DiskChanges Read(DiskScan before, DiskScan now, CodeSnapshot snapshot, LoadedProjects? loaded, CancellationToken cancellationToken)
    {
        var written = ImmutableArray.CreateBuilder<(string, SourceText, SyntaxTree?)>();
        var added = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var gone = ImmutableArray.CreateBuilder<string>();
        var unreadable = ImmutableArray.CreateBuilder<string>();
        var busy = ImmutableArray.CreateBuilder<string>();
        var needsLoad = false;
        var globs = loaded is null ? [] : LoadFingerprint.GlobExtensions(loaded.Build);
        foreach (var path in now.Since(before))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isThere = now.Stamps.ContainsKey(path);
            var isNew = !before.Stamps.ContainsKey(path);
            var isSource = IsSourceOf(snapshot, path);
            needsLoad |= BuildFiles.IsBuildFile(path) || Path.GetFileName(path) == "project.assets.json" || loaded?.ReloadFiles.Contains(path) == true
                || (!isSource && (isNew || !isThere) && globs.Contains(Path.GetExtension(path)));
            if (!isSource && snapshot.Solution?.GetDocumentIdsWithFilePath(path).IsEmpty != false)
            {
                continue;
            }

            if (!isThere)
            {
                gone.Add(path);
            }
            else if (SyntaxIndexBuilder.TryRead(path, out var isBusy) is { } text)
            {
                written.Add((path, text, isSource ? SyntaxIndexBuilder.Parse(path, text, cancellationToken) : null));
                if (isSource && isNew)
                {
                    added.Add(path);
                }
            }
            else
            {
                (isBusy ? busy : unreadable).Add(path);
            }
        }

        return new DiskChanges(written.ToImmutable(), added.ToImmutable(), gone.ToImmutable(), unreadable.ToImmutable(), busy.ToImmutable(), needsLoad);
    }

    /// <summary>Brings the changes in. Applying them twice is the same as once.</summary>
    /// <returns>The snapshot after them, and whether only MSBuild knows which projects a new file belongs to.</returns>
    public (CodeSnapshot Snapshot, bool IsGuess) Apply(CodeSnapshot snapshot, LoadedProjects? loaded)
    {
        var trees = snapshot.Syntax.Trees.ToBuilder();
        var solution = snapshot.Solution;
        var isGuess = false;
        foreach (var (path, text, tree) in Written)
        {
            var shown = snapshot.Folder.Display(path);
            if (tree is not null && !(trees.TryGetValue(shown, out var known) && known.GetText().ContentEquals(text)))
            {
                trees[shown] = tree;
            }

            solution = solution is null ? null : SolutionFiles.SetText(solution, path, text);
            if (Added.Contains(path) && loaded is not null && solution is not null)
            {
                var owners = CompileGlobs.Owners(path, loaded.Records.Select(record => record.FilePath), loaded.Build);
                isGuess |= !owners.Certain;
                solution = SolutionFiles.Add(solution, path, text, owners.ProjectFiles);
            }
        }

        foreach (var path in Gone.Concat(Unreadable))
        {
            trees.Remove(snapshot.Folder.Display(path));
        }

        solution = solution is null ? null : Gone.Aggregate(solution, SolutionFiles.Remove);
        return (snapshot with { Syntax = snapshot.Syntax with { Trees = trees.ToImmutable() }, Solution = solution }, isGuess);
    }

    /// <summary>Whether a path is a C# file that people write, under the folder.</summary>
    public static bool IsSourceOf(CodeSnapshot snapshot, string path) =>
        SyntaxIndexBuilder.IsSource(path)
        && path.StartsWith(snapshot.Folder.Root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        && !FolderFiles.IsInSkipped(path.AsSpan(snapshot.Folder.Root.Length + 1));
}
