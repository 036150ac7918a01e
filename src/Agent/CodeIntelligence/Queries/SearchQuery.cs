using System.Collections.Immutable;
using System.Globalization;
using Websopy.SemanticKernel.CodeIntelligence.Answers;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries;

/// <summary>Symbols by their names or parts of them, the best fit first; from syntax alone.</summary>
internal static class SearchQuery
{
    private const int MaxPattern = 200;

    /// <param name="snapshot">What is known.</param>
    /// <param name="query">A name, its beginning, its humps (SymLoc) or a part; with a dot the end of what is around it as well.</param>
    /// <param name="kind">A word of the language such as class or method; type or member for all of these; null for all.</param>
    /// <param name="target">Only in this file, folder or project.</param>
    /// <param name="skip">How many to pass over, because they were shown before.</param>
    /// <param name="maxTokens">How long the answer may be.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static string Answer(
        CodeSnapshot snapshot, string query, string? kind = null, string? target = null, int skip = 0, int maxTokens = TokenBudget.Default, CancellationToken cancellationToken = default)
    {
        TokenBudget.Check(maxTokens);
        var files = SourceFiles.In(snapshot, target);
        var all = Find(files, query, kind, cancellationToken);
        ImmutableArray<OutlineEntry> shown = [.. all.Skip(Math.Max(skip, 0))];
        var title = $"{AnswerText.Number(all.Length, "symbol")} for '{AnswerText.Line(query, 100)}'" + (kind is null ? "" : $" ({kind})")
            + (skip > 0 ? string.Create(CultureInfo.InvariantCulture, $", after the first {skip}") : "")
            + (all.Length == 0 ? ". search_text finds words in all files." : "");
        return AnswerWriter.Write(new(title, [.. shown.Take(maxTokens).Select(Item)], count => LeftOut(shown.Length - count, Math.Max(skip, 0) + count))
        {
            Total = shown.Length,
            Health = HealthLines.Touching(snapshot.Health, Projects.Of(snapshot, all.Select(entry => entry.Path).Distinct(StringComparer.Ordinal))),
        }, maxTokens);
    }

    /// <summary>What fits, the best first.</summary>
    /// <exception cref="CodeException">The query is empty, or there is no such kind.</exception>
    public static ImmutableArray<OutlineEntry> Find(IEnumerable<SourceFile> files, string query, string? kind, CancellationToken cancellationToken)
    {
        var names = query.Trim().Split('.');
        if (query.Length > MaxPattern || names.Any(name => name.Length == 0))
        {
            throw new CodeException(CodeErrorKind.InvalidArgument, "query is a name or a part of one, or several with dots between them, 200 characters at most.");
        }

        var kinds = KindsOf(kind);
        return [.. OutlineQuery.Find(files, cancellationToken)
            .Where(entry => kinds.Contains(entry.Declaration.Kind))
            .Select(entry => (Entry: entry, Match: Match(entry.Declaration, names)))
            .Where(pair => pair.Match != NameMatch.None)
            .OrderBy(pair => pair.Match)
            .ThenBy(pair => pair.Entry.Declaration.Kind.IsType() ? 0 : 1)
            .ThenBy(pair => pair.Entry.Declaration.Name.Length)
            .ThenBy(pair => pair.Entry.Path, StringComparer.Ordinal)
            .ThenBy(pair => pair.Entry.Declaration.Position)
            .Select(pair => pair.Entry)];
    }

    private static NameMatch Match(SourceDeclaration declaration, string[] names)
    {
        var outer = names.Length - 1;
        var container = declaration.Container;
        var contained = outer <= container.Length
            && container.AsSpan()[^outer..].SequenceEqual(names.AsSpan(0, outer), StringComparer.OrdinalIgnoreCase);
        return contained ? NameMatches.Of(declaration.Name, names[^1]) : NameMatch.None;
    }

    private static HashSet<SourceKind> KindsOf(string? kind)
    {
        var all = Enum.GetValues<SourceKind>();
        HashSet<SourceKind> kinds = kind?.Trim().ToLowerInvariant() switch
        {
            null or "" or "all" => [.. all],
            "type" => [.. all.Where(each => each.IsType())],
            "member" => [.. all.Where(each => !each.IsType())],
            var word => [.. all.Where(each => each.Word() == word || each.ToString().Equals(word, StringComparison.OrdinalIgnoreCase))],
        };
        return kinds.Count > 0 ? kinds : throw new CodeException(CodeErrorKind.InvalidArgument,
            $"There is no kind '{AnswerText.Line(kind!, 50)}'; it is one of type, member, {string.Join(", ", all.Select(each => each.Word()))}.");
    }

    private static AnswerItem Item(OutlineEntry entry) => new(null, string.Create(CultureInfo.InvariantCulture,
        $"{entry.Declaration.Address}  {entry.Declaration.Kind.Word()}  {entry.Path}:{entry.Declaration.Line}"));

    private static string? LeftOut(int rest, int next) => rest == 0 ? null
        : string.Create(CultureInfo.InvariantCulture, $"… {AnswerText.Number(rest, "more symbol")}; ask with skip: {next}, or a kind or target");
}
