using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.CodeIntelligence.Answers;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries;

/// <summary>What the solution consists of, and how healthy it is.</summary>
internal static partial class SolutionQuery
{
    private static readonly string[] TestFrameworks =
        ["xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core"];

    /// <param name="snapshot">What is known.</param>
    /// <param name="skip">How many projects to pass over, because they were shown before.</param>
    /// <param name="maxTokens">How long the answer may be.</param>
    public static string Answer(CodeSnapshot snapshot, int skip = 0, int maxTokens = TokenBudget.Default)
    {
        TokenBudget.Check(maxTokens);
        var projects = Find(snapshot);
        ImmutableArray<ProjectSummary> shown = [.. projects.Skip(Math.Max(skip, 0))];

        // Here the notes are what is asked for: they come first, one by one, and may fill the answer.
        ImmutableArray<string> notes = skip > 0 ? [] : [.. snapshot.Health.Select(Note).Distinct(StringComparer.Ordinal)];
        var title = snapshot.Solution is null
            ? $"The projects are still loading; {AnswerText.Number(snapshot.Syntax.Trees.Count, "C# file")} can be outlined, searched and read."
            : $"{AnswerText.Number(projects.Length, "project")}, {AnswerText.Number(projects.Count(project => project.IsTest), "of them a test project", "of them test projects")}, {AnswerText.Number(snapshot.Syntax.Trees.Count, "C# file")}, {(snapshot.Health.IsEmpty ? "healthy" : AnswerText.Number(snapshot.Health.Length, "health note"))}"
                + (skip > 0 ? string.Create(CultureInfo.InvariantCulture, $"; projects after the first {skip}") : "");
        ImmutableArray<AnswerItem> items = [.. notes.Select(note => new AnswerItem(null, note)), .. shown.Select(project => new AnswerItem(null, Line(project)))];
        return AnswerWriter.Write(new(title, items, count => LeftOut(notes.Length, shown.Length, count, Math.Max(skip, 0))), maxTokens);
    }

    /// <summary>The projects as data, in the order of their names; none while they are loading.</summary>
    public static ImmutableArray<ProjectSummary> Find(CodeSnapshot snapshot) => snapshot.Solution is not { } solution ? []
        : [.. solution.Projects.GroupBy(Projects.NameOf, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Summarize(snapshot, [.. group]))];

    private static ProjectSummary Summarize(CodeSnapshot snapshot, Project[] flavours)
    {
        var solution = flavours[0].Solution;
        var references = flavours.SelectMany(flavour => flavour.MetadataReferences).OfType<PortableExecutableReference>().Select(reference => reference.FilePath ?? "").ToArray();
        return new(
            Projects.NameOf(flavours[0]),
            flavours[0].FilePath is { } path ? snapshot.Folder.Display(path) : "",
            [.. flavours.Select(flavour => Projects.FrameworkOf(flavour) ?? "?").Distinct(StringComparer.Ordinal)],
            [.. flavours.SelectMany(flavour => flavour.ProjectReferences).Select(reference => solution.GetProject(reference.ProjectId)).OfType<Project>()
                .Select(Projects.NameOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            references.Select(PackageOf).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count(),
            flavours.SelectMany(flavour => flavour.Documents).Select(document => snapshot.Folder.Display(document.FilePath ?? "")).Where(snapshot.Syntax.Trees.ContainsKey).Distinct(StringComparer.Ordinal).Count(),
            references.Any(reference => TestFrameworks.Contains(Path.GetFileNameWithoutExtension(reference), StringComparer.OrdinalIgnoreCase)),
            flavours.Any(flavour => flavour.CompilationOptions?.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication));
    }

    /// <summary>The package that an assembly comes from, by the folders that packages are unpacked to; null for a framework's own.</summary>
    private static string? PackageOf(string path) =>
        PackageFolder().Match(path.Replace('\\', '/')) is { Success: true } match && !match.Groups["id"].Value.EndsWith(".Ref", StringComparison.OrdinalIgnoreCase)
            ? match.Groups["id"].Value
            : null;

    private static string Note(HealthNote note) => AnswerText.Collapse(note.Project is null ? $"! {note.Message}" : $"! {note.Project}: {note.Message}", 1_000);

    private static string Line(ProjectSummary project) =>
        $"{project.Name}  {project.Path}  {string.Join(";", project.Frameworks)}"
        + (project.IsTest ? "  tests" : project.IsProgram ? "  program" : "")
        + $"  {AnswerText.Number(project.Files, "file")}, {AnswerText.Number(project.Packages, "package")}"
        + (project.References.IsEmpty ? "" : $"  -> {string.Join(", ", project.References)}");

    private static string? LeftOut(int notes, int projects, int shown, int skipped)
    {
        var shownProjects = Math.Max(0, shown - notes);
        var hidden = Math.Max(0, notes - shown);
        return (hidden, projects - shownProjects) switch
        {
            (0, 0) => null,
            (0, var rest) => string.Create(CultureInfo.InvariantCulture, $"… {AnswerText.Number(rest, "more project")}; ask with skip: {skipped + shownProjects}"),
            (_, var rest) => $"… {AnswerText.Number(hidden, "more health note")}, {AnswerText.Number(rest, "project")}; raise maxTokens",
        };
    }

    [GeneratedRegex("/(?<id>[^/]+)/[0-9][^/]*/(lib|ref)/[^/]+/[^/]+[.]dll$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex PackageFolder();
}
