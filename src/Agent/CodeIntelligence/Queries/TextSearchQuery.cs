using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using Websopy.SemanticKernel.CodeIntelligence.Answers;
using Websopy.SemanticKernel.CodeIntelligence.Queries.Text;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries;

/// <summary>Lines that have a text or fit a regular expression, in all files that may be read.</summary>
internal static class TextSearchQuery
{
    public const int MaxMatches = 5_000;
    public const int MaxContext = 10;
    private const int MaxFiles = 100_000;
    private const long MaxCharacters = 200_000_000;
    private const int MaxShown = 240;

    /// <param name="snapshot">What is known.</param>
    /// <param name="search">What to look for and where.</param>
    /// <param name="skip">How many matches to pass over, because they were shown before.</param>
    /// <param name="maxTokens">How long the answer may be.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<string> AnswerAsync(CodeSnapshot snapshot, TextSearch search, int skip = 0, int maxTokens = TokenBudget.Default, CancellationToken cancellationToken = default)
    {
        TokenBudget.Check(maxTokens);
        var found = await FindAsync(snapshot, search, cancellationToken).ConfigureAwait(false);
        ImmutableArray<TextMatch> shown = [.. found.Matches.Skip(Math.Max(skip, 0))];
        var title = $"{AnswerText.Number(found.Matches.Length, "line")} with {(search.IsRegex ? "/" : "'")}{AnswerText.Line(search.Text, 100)}{(search.IsRegex ? "/" : "'")} in {AnswerText.Number(found.Files, "file")} searched"
            + (skip > 0 ? string.Create(CultureInfo.InvariantCulture, $", after the first {skip}") : "");
        return AnswerWriter.Write(new(title, [.. shown.Select(Item)], count => LeftOut(found, shown, count, Math.Max(skip, 0)))
        {
            Health = HealthLines.Touching(snapshot.Health, Projects.Of(snapshot, found.Matches.Select(match => match.Path).Distinct(StringComparer.Ordinal))),
        }, maxTokens);
    }

    /// <summary>The lines as data.</summary>
    /// <exception cref="CodeException">The pattern or the glob is not valid.</exception>
    public static async Task<TextMatches> FindAsync(CodeSnapshot snapshot, TextSearch search, CancellationToken cancellationToken)
    {
        var pattern = new TextPattern(search.Text, search.IsRegex, search.MatchCase);
        var glob = search.Glob is null or "" ? null : PathGlob.Parse(search.Glob);
        var context = search.Context is >= 0 and <= MaxContext ? search.Context
            : throw new CodeException(CodeErrorKind.InvalidArgument, $"context is {search.Context}; it has to be from 0 to {MaxContext} lines.");
        var paths = snapshot.Folder.EnumerateFiles("*").Select(snapshot.Folder.Display).Where(path => glob?.IsMatch(path) != false)
            .Take(MaxFiles + 1).Order(StringComparer.Ordinal).ToArray();
        List<TextMatch> matches = [];
        var (searched, passed, characters) = (0, 0, 0L);
        foreach (var path in paths.Take(MaxFiles))
        {
            if (matches.Count > MaxMatches || characters > MaxCharacters)
            {
                break;
            }

            cancellationToken.ThrowIfCancellationRequested();
            SourceText? text;
            try
            {
                text = await TextFiles.ReadAsync(snapshot, path, cancellationToken).ConfigureAwait(false);
            }
            catch (CodeException e) when (e.Kind is CodeErrorKind.NotFound or CodeErrorKind.LimitExceeded or CodeErrorKind.StaleFile or CodeErrorKind.PathRefused)
            {
                passed++;
                continue;
            }

            // What is not text has no lines.
            if (text is null)
            {
                continue;
            }

            searched++;
            characters += text.Length;
            Search(path, text, pattern, context, matches);
        }

        return new([.. matches.Take(MaxMatches)], searched, passed, matches.Count > MaxMatches || characters > MaxCharacters || paths.Length > MaxFiles);
    }

    private static void Search(string path, SourceText text, TextPattern pattern, int context, List<TextMatch> into)
    {
        var lines = text.Lines;
        List<(int Line, int Column)> found = [];
        for (var i = 0; i < lines.Count && into.Count + found.Count <= MaxMatches; i++)
        {
            if (pattern.IndexIn(lines[i].ToString()) is >= 0 and var column)
            {
                found.Add((i, column));
            }
        }

        // Lines around two matches are shown once: after the first if they are near it, else before the second.
        for (var i = 0; i < found.Count; i++)
        {
            var line = found[i].Line;
            var previousEnd = i == 0 ? 0 : Math.Min(found[i - 1].Line + context + 1, line);
            var next = i + 1 < found.Count ? found[i + 1].Line : lines.Count;
            into.Add(new(path, line + 1, found[i].Column + 1, lines[line].ToString(),
                Lines(Math.Max(line - context, previousEnd), line), Lines(line + 1, Math.Min(line + 1 + context, next))));
        }

        string[] Lines(int from, int to) => [.. Enumerable.Range(from, Math.Max(0, to - from)).Select(i => lines[i].ToString())];
    }

    private static AnswerItem Item(TextMatch match)
    {
        var first = match.Line - match.Before.Length;
        var before = match.Before.Select((text, i) => string.Create(CultureInfo.InvariantCulture, $"{first + i}- {AnswerText.Line(text, MaxShown)}"));
        var after = match.After.Select((text, i) => string.Create(CultureInfo.InvariantCulture, $"{match.Line + 1 + i}- {AnswerText.Line(text, MaxShown)}"));
        return new(match.Path, string.Join('\n', [.. before, string.Create(CultureInfo.InvariantCulture, $"{match.Line}: {Around(match)}"), .. after]));
    }

    /// <summary>The line, or the part of a long one that has the match.</summary>
    private static string Around(TextMatch match)
    {
        var start = match.Text.Length <= MaxShown ? 0 : Math.Max(0, match.Column - 1 - (MaxShown / 3));
        return (start > 0 ? "…" : "") + AnswerText.Line(match.Text[start..], MaxShown);
    }

    private static string? LeftOut(TextMatches found, ImmutableArray<TextMatch> matches, int shown, int skipped)
    {
        List<string> parts = [];
        if (shown < matches.Length)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{AnswerText.Number(matches.Length - shown, "more line")}; ask with skip: {skipped + shown}, or glob: {matches[shown].Path}"));
        }

        if (found.IsCutShort)
        {
            parts.Add("the search ended at a limit; narrow it with a glob");
        }

        if (found.Passed > 0)
        {
            parts.Add($"{AnswerText.Number(found.Passed, "file")} not searched: too large, or changed meanwhile");
        }

        return parts.Count == 0 ? null : "… " + string.Join("; ", parts);
    }
}
