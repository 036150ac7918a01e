using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.CodeIntelligence.Answers;
using Websopy.SemanticKernel.CodeIntelligence.Files;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries;

/// <summary>Finds the files that a question is about.</summary>
internal static class SourceFiles
{
    private const int MaxSuggestions = 5;

    /// <summary>All of them, in the order of their paths.</summary>
    public static IEnumerable<SourceFile> All(CodeSnapshot snapshot) =>
        snapshot.Syntax.Trees.Select(pair => new SourceFile(pair.Key, pair.Value)).OrderBy(file => file.Path, StringComparer.Ordinal);

    /// <summary>One file.</summary>
    /// <exception cref="CodeException">There is none of that path.</exception>
    public static SourceFile Get(CodeSnapshot snapshot, string modelPath)
    {
        var path = Relative(snapshot, modelPath);
        return snapshot.Syntax.Trees.TryGetValue(path, out var tree) ? new(path, tree) : throw NotFound(snapshot, path);
    }

    /// <summary>The files of a file's path, a folder's, or a project's name; all of them for nothing or a dot.</summary>
    /// <exception cref="CodeException">There is nothing of that name.</exception>
    public static SourceFile[] In(CodeSnapshot snapshot, string? target)
    {
        if (target is null or "" or "." or "./")
        {
            return [.. All(snapshot)];
        }

        // A project's name cannot be mistaken for a path when no file or folder has it.
        var path = TryRelative(snapshot, target);
        if (path is not null && snapshot.Syntax.Trees.TryGetValue(path, out var tree))
        {
            return [new(path, tree)];
        }

        SourceFile[] found = path is null ? [] : [.. All(snapshot).Where(file => file.Path.StartsWith(path + "/", StringComparison.Ordinal))];
        return found.Length > 0 ? found
            : Projects.Named(snapshot.Solution, target) is { Length: > 0 } flavours ? OfProjects(snapshot, flavours)
            : throw NotFound(snapshot, path ?? Relative(snapshot, target));
    }

    /// <summary>A path from a model, relative to the folder, links followed.</summary>
    /// <exception cref="CodeException">It is outside the folder or off limits.</exception>
    public static string Relative(CodeSnapshot snapshot, string modelPath) => snapshot.Folder.Display(snapshot.Folder.Resolve(modelPath, PathUse.Read));

    /// <summary>A path of an answer as the projects have it.</summary>
    public static string Absolute(CodeSnapshot snapshot, string path) => Path.GetFullPath(path, snapshot.Folder.Root);

    public static CodeException NotFound(CodeSnapshot snapshot, string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        string[] similar = [.. snapshot.Syntax.Trees.Keys.Where(each => each.EndsWith("/" + name, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).Take(MaxSuggestions)];
        return new(CodeErrorKind.NotFound, $"There is no C# file, folder or project '{AnswerText.Line(path, 200)}'."
            + (similar.Length > 0 ? $" Did you mean {string.Join(", ", similar)}?" : " Paths are relative to the solution's folder; solution lists the projects."));
    }

    /// <summary>The same; null if it is no path that may be read, as the name of a symbol need not be.</summary>
    public static string? TryRelative(CodeSnapshot snapshot, string text)
    {
        try
        {
            return Relative(snapshot, text);
        }
        catch (CodeException e) when (e.Kind is CodeErrorKind.PathRefused or CodeErrorKind.InvalidArgument)
        {
            return null;
        }
    }

    private static SourceFile[] OfProjects(CodeSnapshot snapshot, Project[] flavours) =>
        [.. flavours.SelectMany(project => project.Documents)
            .Where(document => document.FilePath is not null)
            .Select(document => snapshot.Folder.Display(document.FilePath!))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Where(snapshot.Syntax.Trees.ContainsKey)
            .Select(path => new SourceFile(path, snapshot.Syntax.Trees[path]))];
}
