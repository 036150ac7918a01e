using System.Collections.Immutable;
using System.Globalization;
using Websopy.SemanticKernel.CodeIntelligence.Answers;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries;

/// <summary>What a file, folder or project declares, with signatures and lines; from syntax alone.</summary>
internal static class OutlineQuery
{
    /// <param name="snapshot">What is known.</param>
    /// <param name="target">A file, a folder or a project's name; null for everything.</param>
    /// <param name="skip">How many declarations to pass over, because they were shown before.</param>
    /// <param name="maxTokens">How long the answer may be.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static string Answer(CodeSnapshot snapshot, string? target, int skip = 0, int maxTokens = TokenBudget.Default, CancellationToken cancellationToken = default)
    {
        TokenBudget.Check(maxTokens);
        var files = SourceFiles.In(snapshot, target);
        ImmutableArray<OutlineEntry> all = [.. Find(files, cancellationToken)];
        var health = HealthLines.Touching(snapshot.Health, Projects.Of(snapshot, files.Select(file => file.Path)));
        var full = Draft(target, files.Length, all, null, skip, maxTokens) with { Health = health };
        ImmutableArray<OutlineEntry> types = [.. all.Where(entry => entry.Declaration.Kind.IsType())];

        // Of many files the types first: a model that sees all of them knows where to look for the rest.
        return skip > 0 || files.Length == 1 || types.IsEmpty || AnswerWriter.Fits(full, maxTokens)
            ? AnswerWriter.Write(full, maxTokens)
            : AnswerWriter.Write(Draft(target, files.Length, types, all.Length - types.Length, 0, maxTokens) with { Health = health }, maxTokens);
    }

    /// <summary>The declarations as data.</summary>
    public static IEnumerable<OutlineEntry> Find(IEnumerable<SourceFile> files, CancellationToken cancellationToken) =>
        files.SelectMany(file => DeclarationReader.Read(file.Tree, cancellationToken).Select(declaration => new OutlineEntry(file.Path, declaration)));

    private static AnswerDraft Draft(string? target, int files, ImmutableArray<OutlineEntry> entries, int? members, int skip, int maxTokens)
    {
        ImmutableArray<OutlineEntry> shown = [.. entries.Skip(Math.Max(skip, 0))];
        var what = members is null ? AnswerText.Number(entries.Length, "declaration") : AnswerText.Number(entries.Length, "type");
        var title = $"Outline of {(target is null or "" ? "all" : target)}: {what} in {AnswerText.Number(files, "file")}"
            + (skip > 0 ? string.Create(CultureInfo.InvariantCulture, $", after the first {skip}") : "");
        return new(title, [.. shown.Take(maxTokens).Select(Item)], count => LeftOut(shown, count, members, skip)) { Total = shown.Length };
    }

    private static AnswerItem Item(OutlineEntry entry)
    {
        var declaration = entry.Declaration;
        var lines = declaration.LastLine > declaration.Line ? $"{declaration.Line}-{declaration.LastLine}" : declaration.Line.ToString(CultureInfo.InvariantCulture);
        return new(entry.Path, $"{lines}{new string(' ', 2 + (2 * declaration.Depth))}{declaration.Signature}");
    }

    private static string? LeftOut(ImmutableArray<OutlineEntry> entries, int shown, int? members, int skip)
    {
        var rest = entries.Length - shown;
        return (rest, members) switch
        {
            (0, null or 0) => null,
            (0, { } count) => $"… {AnswerText.Number(count, "member")} left out; ask with a single file, e.g. {entries[0].Path}",
            (_, null) => string.Create(CultureInfo.InvariantCulture, $"… {rest} more declarations; ask with skip: {Math.Max(skip, 0) + shown}, or target: {entries[shown].Path}"),
            _ => $"… {AnswerText.Number(rest, "more type", "more types")} and all members; ask for a folder or file, e.g. {entries[shown].Path}",
        };
    }
}
