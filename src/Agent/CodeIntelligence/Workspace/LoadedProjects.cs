using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>What the solution was last made from.</summary>
/// <param name="Records">Every flavour of every project.</param>
/// <param name="Build">The build files that they were evaluated from.</param>
/// <param name="Ids">The ids that projects keep for as long as the workspace is open.</param>
/// <param name="Shapes">All but the source files of each project, to see whether a new load changed it.</param>
internal sealed record LoadedProjects(
    ImmutableArray<ProjectRecord> Records,
    BuildFiles Build,
    ImmutableDictionary<ProjectKey, ProjectId> Ids,
    ImmutableDictionary<ProjectKey, string> Shapes)
{
    /// <summary>Files that matter although the folder's scan does not come by: what restore, the build and others write.</summary>
    public ImmutableHashSet<string> ElsewhereFiles { get; } = Records.IsDefault ? [] :
    [
        .. Build.Restored,
        .. Build.Texts.Keys,
        .. Records.SelectMany(record => record.Analyzers),
        .. Records.SelectMany(record => record.Documents.Concat(record.AdditionalDocuments).Concat(record.ConfigDocuments)).Select(document => document.Path),
    ];

    /// <summary>Those of them whose change makes MSBuild be asked again.</summary>
    public ImmutableHashSet<string> ReloadFiles { get; } = Records.IsDefault ? [] : [.. Build.Restored, .. Build.Texts.Keys, .. Records.SelectMany(record => record.Analyzers)];

    /// <summary>Makes the solution of a load, keeping what is the same as in the one before, and with it all that was compiled.</summary>
    public static (Solution Solution, LoadedProjects Loaded) Install(
        Solution solution, LoadedProjects? before, ImmutableArray<ProjectRecord> records, BuildFiles build, ProjectRecordWriter writer, SyntaxIndex syntax)
    {
        var ids = before?.Ids ?? ImmutableDictionary<ProjectKey, ProjectId>.Empty;
        ids = ids.AddRange(records.Select(record => record.Key).Distinct().Where(key => !ids.ContainsKey(key)).Select(key => KeyValuePair.Create(key, ProjectId.CreateNewId(key.Name))));
        var keys = records.Select(record => record.Key).ToHashSet();
        var distinct = records.DistinctBy(record => record.Key)
            .Select(record => record with { ProjectReferences = [.. record.ProjectReferences.Where(reference => keys.Contains(reference.Project))] })
            .ToImmutableArray();
        var shapes = distinct.ToImmutableDictionary(record => record.Key, Shape);
        var same = distinct.Where(record => solution.ContainsProject(ids[record.Key]) && before?.Shapes.GetValueOrDefault(record.Key) == shapes[record.Key]).ToImmutableArray();
        foreach (var id in solution.ProjectIds.Except(same.Select(record => ids[record.Key])).ToList())
        {
            solution = solution.RemoveProject(id);
        }

        foreach (var project in writer.Write(distinct.Except(same), ids, syntax))
        {
            solution = solution.AddProject(project);
        }

        solution = same.Aggregate(solution, (current, record) => WithFiles(current, ids[record.Key], record, writer, syntax));
        return (solution, new LoadedProjects(distinct, build, ids, shapes));
    }

    private static Solution WithFiles(Solution solution, ProjectId id, ProjectRecord record, ProjectRecordWriter writer, SyntaxIndex syntax)
    {
        var known = solution.GetProject(id)!.Documents.Where(document => document.FilePath is not null).ToDictionary(document => document.FilePath!, document => document.Id, StringComparer.Ordinal);
        var added = record.Documents.Where(document => !known.Remove(document.Path)).Select(document => writer.Document(id, document, syntax)).ToImmutableArray();
        return solution.RemoveDocuments([.. known.Values]).AddDocuments(added);
    }

    // A generator or a reference that was built anew is another one, though its path is the same.
    private static string Shape(ProjectRecord record) =>
        $"{record.Shape()}|{string.Join('|', record.Analyzers.Concat(record.References.Select(reference => reference.Path)).Select(FileStamp.Of))}";
}
