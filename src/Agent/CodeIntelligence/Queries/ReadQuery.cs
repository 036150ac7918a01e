using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.CodeIntelligence.Answers;
using Websopy.SemanticKernel.CodeIntelligence.Queries.Reading;
using Websopy.SemanticKernel.CodeIntelligence.Queries.Text;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries;

/// <summary>Lines of a file, or a symbol's documentation and source.</summary>
internal static class ReadQuery
{
    private const int MaxLine = 1_000;

    /// <param name="snapshot">What is known.</param>
    /// <param name="target">A file, or a symbol; see <see cref="SymbolAddress"/>.</param>
    /// <param name="first">The first line to read of a file, or of the file that has the symbol; null for the beginning.</param>
    /// <param name="last">The last line; null for the end.</param>
    /// <param name="maxTokens">How long the answer may be.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<string> AnswerAsync(CodeSnapshot snapshot, string target, int? first = null, int? last = null, int maxTokens = TokenBudget.Default, CancellationToken cancellationToken = default)
    {
        TokenBudget.Check(maxTokens);
        return Answer(snapshot, await FindAsync(snapshot, target, first, last, cancellationToken).ConfigureAwait(false), maxTokens);
    }

    /// <summary>What was found, as an answer.</summary>
    public static string Answer(CodeSnapshot snapshot, ReadResult result, int maxTokens)
    {
        ImmutableArray<AnswerItem> documentation = [.. result.Documentation.Select(line => new AnswerItem(null, line))];

        // More lines than tokens are never shown, and need not be written.
        var lines = result.Parts.SelectMany(part => Lines(part, isNamed: result.Title.StartsWith(part.Path, StringComparison.Ordinal))).Take(maxTokens + 1).ToImmutableArray();
        var draft = result.Parts.IsEmpty
            ? new AnswerDraft(result.Title, documentation, shown => shown == documentation.Length ? null : $"… {AnswerText.Number(documentation.Length - shown, "more line")}; ask for one member, or raise maxTokens")
            : new AnswerDraft(result.Title, [.. lines.Select(line => line.Item)], shown => LeftOut(result.Parts, shown)) { Total = result.Parts.Sum(part => Math.Max(0, part.Last - part.First + 1)) };
        return AnswerWriter.Write(draft with { Health = HealthLines.Touching(snapshot.Health, result.Projects) }, maxTokens);
    }

    /// <summary>What to read as data.</summary>
    /// <exception cref="CodeException">There is no such file or symbol, or the lines are not in it.</exception>
    public static async Task<ReadResult> FindAsync(CodeSnapshot snapshot, string target, int? first, int? last, CancellationToken cancellationToken)
    {
        if (SourceFiles.TryRelative(snapshot, target) is { } path && (snapshot.Syntax.Trees.ContainsKey(path) || File.Exists(SourceFiles.Absolute(snapshot, path))))
        {
            return await FileAsync(snapshot, path, first, last, cancellationToken).ConfigureAwait(false);
        }

        if (LooksLikeFile(target))
        {
            throw SourceFiles.NotFound(snapshot, SourceFiles.Relative(snapshot, target));
        }

        var result = await SymbolAsync(snapshot, target, cancellationToken).ConfigureAwait(false);
        return first is null && last is null ? result
            : result.Parts is [var only] ? result with { Parts = [Range(only with { First = 1, Last = only.Text.Lines.Count }, first, last)] }
            : throw new CodeException(CodeErrorKind.InvalidArgument, "Lines are those of a file; name the file to read some of them.");
    }

    private static async Task<ReadResult> FileAsync(CodeSnapshot snapshot, string path, int? first, int? last, CancellationToken cancellationToken)
    {
        var text = await TextFiles.ReadAsync(snapshot, path, cancellationToken).ConfigureAwait(false)
            ?? throw new CodeException(CodeErrorKind.InvalidArgument, $"{path} is not a text file.");

        // What follows the last line's end is not a line that one reads.
        var count = text.Lines.Count > 1 && text.Lines[^1].Span.IsEmpty ? text.Lines.Count - 1 : text.Lines.Count;
        var part = Range(new(path, text, 1, count), first, last);
        var range = first is null && last is null ? "" : string.Create(CultureInfo.InvariantCulture, $", lines {part.First}-{part.Last} of");
        return new(string.Create(CultureInfo.InvariantCulture, $"{path}{(range.Length == 0 ? "," : range)} {AnswerText.Number(count, "line")}"), [part], [], Projects.Of(snapshot, [path]));
    }

    private static SourcePart Range(SourcePart part, int? first, int? last)
    {
        var (from, to) = (first ?? part.First, Math.Min(last ?? part.Last, part.Last));
        return from >= 1 && from <= part.Last && to >= from ? part with { First = from, Last = to }
            : throw new CodeException(CodeErrorKind.InvalidArgument, string.Create(CultureInfo.InvariantCulture, $"{part.Path} has the lines 1 to {part.Last}; there are none from {first} to {last}."));
    }

    private static async Task<ReadResult> SymbolAsync(CodeSnapshot snapshot, string target, CancellationToken cancellationToken)
    {
        SourceDeclaration[] declarations;
        try
        {
            declarations = SymbolLocator.FindDeclarations(snapshot, target, cancellationToken);
        }
        catch (CodeException e) when (e.Kind is CodeErrorKind.NotFound or CodeErrorKind.Ambiguous && snapshot.Solution is not null)
        {
            // The compiler knows more: generated and inherited names, documentation ids to the letter, packages.
            return await CompiledAsync(snapshot, target, cancellationToken).ConfigureAwait(false);
        }

        return new(
            $"{declarations[0].Address} ({declarations[0].Kind.Word()})",
            [.. declarations.Select(declaration => DeclaredSource.Of(snapshot.Folder.Display(declaration.Node.SyntaxTree.FilePath), declaration.Node, cancellationToken))],
            [],
            Projects.Of(snapshot, declarations.Select(declaration => snapshot.Folder.Display(declaration.Node.SyntaxTree.FilePath))));
    }

    private static async Task<ReadResult> CompiledAsync(CodeSnapshot snapshot, string target, CancellationToken cancellationToken)
    {
        var located = await SymbolLocator.FindAsync(snapshot, target, cancellationToken).ConfigureAwait(false);
        List<SourcePart> parts = [];
        foreach (var reference in located.Symbol.DeclaringSyntaxReferences)
        {
            if (FilePaths.Shown(snapshot, located.Project, reference.SyntaxTree) is { } path)
            {
                parts.Add(DeclaredSource.Of(path, await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false), cancellationToken));
            }
        }

        var id = located.Symbol.GetDocumentationCommentId() ?? located.Symbol.ToDisplayString();
        return new(
            parts.Count > 0 ? id : $"{id} of {located.Symbol.ContainingAssembly?.Name}, without source",
            [.. parts],
            parts.Count > 0 ? [] : [.. MetadataText.Lines(located.Symbol, cancellationToken)],
            new HashSet<string>(StringComparer.Ordinal) { Projects.NameOf(located.Project) });
    }

    private static bool LooksLikeFile(string target) =>
        target.AsSpan().ContainsAny('/', '\\') && !target.Contains(':', StringComparison.Ordinal) || target.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<(SourcePart Part, AnswerItem Item)> Lines(SourcePart part, bool isNamed) =>
        Enumerable.Range(part.First, Math.Max(0, part.Last - part.First + 1)).Select(number => (part, new AnswerItem(
            isNamed ? null : part.Path,
            Line(number, part.Text.Lines[number - 1].ToString()))));

    private static string Line(int number, string text) => string.Create(CultureInfo.InvariantCulture, $"{number}:{(text.Length == 0 ? "" : " ")}{AnswerText.Line(text, MaxLine)}");

    private static string? LeftOut(ImmutableArray<SourcePart> parts, int shown)
    {
        List<string> rest = [];
        foreach (var part in parts)
        {
            var count = Math.Max(0, part.Last - part.First + 1);
            if (shown < count)
            {
                rest.Add(string.Create(CultureInfo.InvariantCulture, $"lines {part.First + shown}-{part.Last} of {part.Path}"));
            }

            shown = Math.Max(0, shown - count);
        }

        return rest.Count == 0 ? null : $"… {string.Join(", ", rest)} left out; ask with first and last line";
    }
}
