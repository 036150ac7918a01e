using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Refactoring;

/// <summary>Carries out code fixes and refactorings by their ids and names, on solutions in memory.</summary>
internal static class CodeFixes
{
    /// <summary>How often everything of one project is fixed at most: a fix may bring up further diagnostics of the same id.</summary>
    private const int MaxRounds = 50;

    /// <summary>
    /// What can be done at a place: fixes of the compiler's diagnostics and refactorings. Of analyzers only the given ids are looked for,
    /// since to run all of them takes long.
    /// </summary>
    public static async Task<IReadOnlyList<AvailableFix>> ListAsync(Document document, TextSpan span, IReadOnlyCollection<string> analyzerIds, CancellationToken cancellationToken)
    {
        List<OfferedAction> offered = [];
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        var ids = model.GetDiagnostics(cancellationToken: cancellationToken).Where(diagnostic => Touches(diagnostic, span)).Select(diagnostic => diagnostic.Id);
        foreach (var id in ids.Concat(analyzerIds).Distinct(StringComparer.Ordinal).ToList())
        {
            foreach (var diagnostic in await AtAsync(document, span, id, cancellationToken).ConfigureAwait(false))
            {
                offered.AddRange(await CodeActions.FixesAsync(document, diagnostic, id, cancellationToken).ConfigureAwait(false));
            }
        }

        offered.AddRange(await CodeActions.RefactoringsAsync(document, span, cancellationToken).ConfigureAwait(false));
        return [.. offered.Select(action => new AvailableFix(action.Id, action.Title, action.Action.EquivalenceKey)).Distinct()];
    }

    /// <summary>Fixes diagnostics, or refactors what is at a place.</summary>
    /// <param name="solution">The solution to start from.</param>
    /// <param name="id">A diagnostic's id, or the title or name of a refactoring.</param>
    /// <param name="scope">Where; a refactoring has to be at a place.</param>
    /// <param name="choice">The title or equivalence key if there are several ways.</param>
    /// <param name="cancellationToken">Ends the work; nothing is changed then.</param>
    /// <exception cref="CodeException">There is nothing to fix, no way or several ways to, or the way does more than change files.</exception>
    public static async Task<CodeFixResult> ApplyAsync(Solution solution, string id, CodeFixScope scope, string? choice, CancellationToken cancellationToken)
    {
        if (scope is FixAt at)
        {
            var document = Document(solution, at.Document);
            return IsDiagnosticId(id) ? await FixOneAsync(document, at.Span, id, choice, cancellationToken).ConfigureAwait(false)
                : await RefactorAsync(document, at.Span, id, choice, cancellationToken).ConfigureAwait(false);
        }

        if (!IsDiagnosticId(id))
        {
            throw new CodeException(CodeErrorKind.InvalidArgument, $"'{Short(id)}' is no diagnostic id. A refactoring needs the file and the place of the code that it is for.");
        }

        var projects = scope switch
        {
            FixInDocument file => [Document(solution, file.Document).Project.Id],
            FixInProject project => [project.Project],
            _ => solution.ProjectIds,
        };
        var (result, before, left) = (solution, 0, 0);
        foreach (var project in projects)
        {
            var run = new FixAllRun(id, choice, project, (scope as FixInDocument)?.Document);
            result = await run.RunAsync(result, MaxRounds, cancellationToken).ConfigureAwait(false);
            before += run.Before;
            left += run.Left;
        }

        return before > 0 ? new(result, Math.Max(0, before - left), left)
            : throw new CodeException(CodeErrorKind.NotFound, $"There is no {id} in that scope. Its severity may be none in the .editorconfig.");
    }

    private static async Task<CodeFixResult> FixOneAsync(Document document, TextSpan span, string id, string? choice, CancellationToken cancellationToken)
    {
        var diagnostics = await AtAsync(document, span, id, cancellationToken).ConfigureAwait(false);
        if (diagnostics.IsEmpty)
        {
            throw new CodeException(CodeErrorKind.NotFound, $"There is no {id} at that place of {document.Name}. Ask for the diagnostics of the file.");
        }

        var offered = await CodeActions.FixesAsync(document, diagnostics[0], id, cancellationToken).ConfigureAwait(false);
        var action = CodeActions.Choose(offered, id, choice);
        return new(await CodeActions.ApplyAsync(document.Project.Solution, action.Action, cancellationToken).ConfigureAwait(false), 1, diagnostics.Length - 1);
    }

    private static async Task<CodeFixResult> RefactorAsync(Document document, TextSpan span, string name, string? choice, CancellationToken cancellationToken)
    {
        var offered = await CodeActions.RefactoringsAsync(document, span, cancellationToken).ConfigureAwait(false);
        var named = offered.RemoveAll(action => !action.IsCalled(name) && !action.Id.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (named.IsEmpty)
        {
            // The error lists everything that can be done there.
            CodeActions.Choose(offered, "the selected code", name);
        }

        var action = CodeActions.Choose(named, $"'{Short(name)}'", choice);
        return new(await CodeActions.ApplyAsync(document.Project.Solution, action.Action, cancellationToken).ConfigureAwait(false), 1, 0);
    }

    private static async Task<ImmutableArray<Diagnostic>> AtAsync(Document document, TextSpan span, string id, CancellationToken cancellationToken) =>
        [.. (await new FixableDiagnostics(id).GetDocumentDiagnosticsAsync(document, cancellationToken).ConfigureAwait(false)).Where(diagnostic => Touches(diagnostic, span))];

    private static bool Touches(Diagnostic diagnostic, TextSpan span) => diagnostic.Location.SourceSpan.IntersectsWith(span);

    private static Document Document(Solution solution, DocumentId id) =>
        solution.GetDocument(id) ?? throw new CodeException(CodeErrorKind.NotFound, "There is no such document in the solution.");

    /// <summary>Letters and then digits, such as CS0246: what refactorings are not called.</summary>
    internal static bool IsDiagnosticId(string id)
    {
        var letters = id.TakeWhile(char.IsAsciiLetter).Count();
        return letters > 0 && id.Length > letters && id.Skip(letters).All(char.IsAsciiDigit);
    }

    private static string Short(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
