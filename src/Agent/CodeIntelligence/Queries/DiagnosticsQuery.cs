using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.CodeIntelligence.Answers;
using Websopy.SemanticKernel.CodeIntelligence.Queries.Diagnostics;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries;

/// <summary>What the compiler, and on request the analyzers, say about a file, a project, what was changed, or the solution.</summary>
internal static class DiagnosticsQuery
{
    /// <param name="snapshot">What is known.</param>
    /// <param name="scope">What to compile and what to tell.</param>
    /// <param name="skip">How many to pass over, because they were shown before.</param>
    /// <param name="maxTokens">How long the answer may be.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<string> AnswerAsync(CodeSnapshot snapshot, DiagnosticScope scope, int skip = 0, int maxTokens = TokenBudget.Default, CancellationToken cancellationToken = default)
    {
        TokenBudget.Check(maxTokens);
        var projects = ProjectsOf(snapshot, scope, out _);
        var found = await FindAsync(snapshot, scope, cancellationToken).ConfigureAwait(false);
        ImmutableArray<DiagnosticEntry> shown = [.. found.Skip(Math.Max(skip, 0))];
        return AnswerWriter.Write(new(Title(scope, found, skip), [.. shown.Take(maxTokens).Select(Item)], count => LeftOut(shown, count, Math.Max(skip, 0)))
        {
            Total = shown.Length,
            Health = HealthLines.Touching(snapshot.Health, projects.Select(Projects.NameOf).ToHashSet(StringComparer.Ordinal)),
        }, maxTokens);
    }

    /// <summary>The diagnostics as data: errors first, then by file and line.</summary>
    public static async Task<ImmutableArray<DiagnosticEntry>> FindAsync(CodeSnapshot snapshot, DiagnosticScope scope, CancellationToken cancellationToken)
    {
        var least = SeverityOf(scope.Severity);
        var projects = ProjectsOf(snapshot, scope, out var paths);
        List<(Project Project, Diagnostic Diagnostic)> found = [];
        foreach (var project in projects)
        {
            var all = await ProjectDiagnostics.OfAsync(project, paths, scope.WithAnalyzers, cancellationToken).ConfigureAwait(false);
            found.AddRange(all.Where(diagnostic => diagnostic.Severity >= least).Select(diagnostic => (project, diagnostic)));
        }

        return [.. found.GroupBy(pair => Key(snapshot, pair.Project, pair.Diagnostic))
            .Select(group => Entry(snapshot, group.Key, [.. group]))
            .OrderByDescending(entry => entry.Severity)
            .ThenBy(entry => entry.Path, StringComparer.Ordinal)
            .ThenBy(entry => entry.Start)
            .ThenBy(entry => entry.Id, StringComparer.Ordinal)
            .ThenBy(entry => entry.Message, StringComparer.Ordinal)];
    }

    /// <summary>The flavours to compile, and the files of them to look at; null for all.</summary>
    private static Project[] ProjectsOf(CodeSnapshot snapshot, DiagnosticScope scope, out IReadOnlySet<string>? paths)
    {
        var solution = snapshot.RequireSolution();
        paths = null;
        if (scope.ChangedFiles is null && scope.Target is null or "" or ".")
        {
            return [.. solution.Projects];
        }

        if (scope.ChangedFiles is null && Projects.Named(solution, scope.Target!) is { Length: > 0 } named)
        {
            return named;
        }

        var files = scope.ChangedFiles?.Select(path => SourceFiles.Relative(snapshot, path)) ?? SourceFiles.In(snapshot, scope.Target).Select(file => file.Path);
        var absolute = files.Select(path => SourceFiles.Absolute(snapshot, path)).ToHashSet(StringComparer.Ordinal);
        paths = absolute;
        var ids = absolute.SelectMany(path => solution.GetDocumentIdsWithFilePath(path)).Select(id => id.ProjectId).ToHashSet();
        return ids.Count > 0 || scope.ChangedFiles is not null ? [.. solution.Projects.Where(project => ids.Contains(project.Id))]
            : throw new CodeException(CodeErrorKind.NotFound, $"'{scope.Target}' belongs to no loaded project, so that it is not compiled.");
    }

    private static (string? Path, int Start, string Id, string Message) Key(CodeSnapshot snapshot, Project project, Diagnostic diagnostic)
    {
        var path = diagnostic.Location.SourceTree is not { } tree ? null
            : FilePaths.Shown(snapshot, project, tree) ?? Path.GetFileName(tree.FilePath);
        return (path, diagnostic.Location.SourceSpan.Start, diagnostic.Id, diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }

    private static DiagnosticEntry Entry(CodeSnapshot snapshot, (string? Path, int Start, string Id, string Message) key, (Project Project, Diagnostic Diagnostic)[] found)
    {
        var first = found[0].Diagnostic;
        var place = first.Location.GetLineSpan().StartLinePosition;
        var solution = snapshot.RequireSolution();
        var frameworks = first.Location.SourceTree is { } tree
            ? Frameworks.Only(solution, tree, found.Select(pair => pair.Project))
            : Frameworks.Only(found.Select(pair => pair.Project));
        return new(key.Path, key.Start, key.Path is null ? 0 : place.Line + 1, key.Path is null ? 0 : place.Character + 1, key.Id,
            found.Max(pair => pair.Diagnostic.Severity), key.Message,
            [.. found.Select(pair => Projects.NameOf(pair.Project)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], frameworks);
    }

    private static DiagnosticSeverity SeverityOf(string severity) =>
        Enum.TryParse<DiagnosticSeverity>(severity, ignoreCase: true, out var least) && Enum.IsDefined(least) ? least
        : throw new CodeException(CodeErrorKind.InvalidArgument, $"severity is '{AnswerText.Line(severity, 50)}'; it is error, warning, info or hidden.");

    private static string Title(DiagnosticScope scope, ImmutableArray<DiagnosticEntry> found, int skip)
    {
        var counts = found.GroupBy(entry => entry.Severity).OrderByDescending(group => group.Key)
            .Select(group => AnswerText.Number(group.Count(), group.Key.ToString().ToLowerInvariant(), group.Key is DiagnosticSeverity.Info or DiagnosticSeverity.Hidden ? group.Key.ToString().ToLowerInvariant() : null));
        return (found.IsEmpty ? $"No diagnostics of severity {scope.Severity.ToLowerInvariant()} or above" : string.Join(", ", counts))
            + $" in {(scope.ChangedFiles is { } changed ? AnswerText.Number(changed.Count, "changed file") : scope.Target is null or "" or "." ? "the solution" : scope.Target)}"
            + (scope.WithAnalyzers ? ", analyzers included" : "")
            + (skip > 0 ? string.Create(CultureInfo.InvariantCulture, $", after the first {skip}") : "");
    }

    private static AnswerItem Item(DiagnosticEntry entry)
    {
        var only = entry.Frameworks.IsEmpty ? "" : $" ({string.Join(", ", entry.Frameworks)} only)";
        var place = entry.Path is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{entry.Line}:{entry.Column} ");
        return new(entry.Path ?? string.Join(", ", entry.Projects), AnswerText.Collapse($"{place}{entry.Severity.ToString().ToLowerInvariant()} {entry.Id}: {entry.Message}{only}", 800));
    }

    private static string? LeftOut(ImmutableArray<DiagnosticEntry> entries, int shown, int skipped) => shown == entries.Length ? null
        : string.Create(CultureInfo.InvariantCulture, $"… {AnswerText.Number(entries.Length - shown, "more diagnostic")}; ask with skip: {skipped + shown}, a higher severity, or target: {(entries[shown].Path is { } path && !FilePaths.IsGenerated(path) ? path : entries[shown].Projects[0])}");
}
