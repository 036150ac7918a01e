using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Refactoring;

/// <summary>
/// Tells where a renamed solution means something else than before. The renamer's public entry renames on in spite of conflicts
/// and does not say where they are, so every name that reads like the new one is bound in both solutions and compared.
/// </summary>
internal sealed class RenameCheck(Solution before, Solution after, string oldName, string newName)
{
    private const int MaxListed = 10;
    private const string Attribute = "Attribute";
    private readonly Dictionary<DocumentId, TokenPairs> _changed = [];
    private readonly string _newShortName = newName.EndsWith(Attribute, StringComparison.Ordinal) ? newName[..^Attribute.Length] : newName;
    private readonly string _oldShortName = oldName.EndsWith(Attribute, StringComparison.Ordinal) ? oldName[..^Attribute.Length] : oldName;

    public async Task<ImmutableArray<string>> RunAsync(CancellationToken cancellationToken)
    {
        SortedSet<string> conflicts = new(StringComparer.Ordinal);
        var changed = after.GetChanges(before).GetProjectChanges().SelectMany(project => project.GetChangedDocuments()).ToHashSet();
        foreach (var id in changed)
        {
            var (oldRoot, newRoot) = (await RootAsync(before, id, cancellationToken).ConfigureAwait(false), await RootAsync(after, id, cancellationToken).ConfigureAwait(false));
            if (TokenPairs.Align(oldRoot, newRoot, IsRenamed) is not { } pairs)
            {
                return [$"code in {before.GetDocument(id)!.Name} would have to be rewritten to keep its meaning"];
            }

            _changed[id] = pairs;
        }

        var graph = after.GetProjectDependencyGraph();
        var projects = changed.Select(id => id.ProjectId).SelectMany(id => graph.GetProjectsThatTransitivelyDependOnThisProject(id).Append(id)).Distinct().ToList();
        foreach (var document in projects.SelectMany(id => after.GetProject(id)!.Documents))
        {
            await CompareAsync(document, changed.Contains(document.Id), conflicts, cancellationToken).ConfigureAwait(false);
        }

        return conflicts.Count <= MaxListed ? [.. conflicts] : [.. conflicts.Take(MaxListed), $"and {conflicts.Count - MaxListed} more places"];
    }

    private async Task CompareAsync(Document document, bool isChanged, SortedSet<string> conflicts, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        if (!isChanged && !text.ToString().Contains(_newShortName, StringComparison.Ordinal))
        {
            return;
        }

        var root = await RootAsync(after, document.Id, cancellationToken).ConfigureAwait(false);
        var tokens = root.DescendantTokens(descendIntoTrivia: true).Where(token => token.IsKind(SyntaxKind.IdentifierToken) && IsNew(token.ValueText)).ToList();
        if (tokens.Count == 0)
        {
            return;
        }

        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        var oldModel = (await before.GetDocument(document.Id)!.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        var pairs = _changed.GetValueOrDefault(document.Id);
        foreach (var token in tokens)
        {
            var oldStart = pairs is null ? token.SpanStart : pairs.Old(token.SpanStart);
            if (oldStart < 0)
            {
                continue;
            }

            var oldToken = (await RootAsync(before, document.Id, cancellationToken).ConfigureAwait(false)).FindToken(oldStart, findInsideTrivia: true);
            var was = Binding.Of(oldModel, oldToken, New, cancellationToken);
            var now = Binding.Of(model, token, location => location.SourceSpan.Start, cancellationToken);
            if (was != now)
            {
                conflicts.Add($"{document.Name} line {Line(token.GetLocation())}: '{token.ValueText}' would mean something else");
            }
        }

        if (isChanged)
        {
            CompareErrors(document, oldModel, model, conflicts, cancellationToken);
        }
    }

    /// <summary>Errors that no name shows, such as two declarations of one name.</summary>
    private static void CompareErrors(Document document, SemanticModel oldModel, SemanticModel model, SortedSet<string> conflicts, CancellationToken cancellationToken)
    {
        var errors = Errors(model, cancellationToken).ToLookup(error => error.Id);
        if (errors.Count == 0)
        {
            return;
        }

        var oldErrors = Errors(oldModel, cancellationToken).ToLookup(error => error.Id);
        foreach (var error in errors.Where(group => group.Count() > oldErrors[group.Key].Count()).SelectMany(group => group))
        {
            conflicts.Add($"{document.Name} line {Line(error.Location)}: {error.Id} {error.GetMessage(CultureInfo.InvariantCulture)}");
        }
    }

    private static IEnumerable<Diagnostic> Errors(SemanticModel model, CancellationToken cancellationToken) =>
        model.GetDiagnostics(cancellationToken: cancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private int New(Location location) =>
        location.SourceTree is { } tree && before.GetDocument(tree) is { } document && _changed.TryGetValue(document.Id, out var pairs)
            ? pairs.New(location.SourceSpan.Start) : location.SourceSpan.Start;

    private bool IsNew(string name) => name == newName || name == _newShortName;

    private bool IsRenamed(string was, string now) => (was == oldName || was == _oldShortName) && IsNew(now);

    private static int Line(Location location) => location.GetLineSpan().StartLinePosition.Line + 1;

    private static async Task<SyntaxNode> RootAsync(Solution solution, DocumentId id, CancellationToken cancellationToken) =>
        (await solution.GetDocument(id)!.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
}
