using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Refactoring;

/// <summary>An action that a provider offers, with those that it is nested in.</summary>
internal sealed record OfferedAction(string Id, string Title, CodeAction Action, CodeFixProvider? Provider)
{
    public bool IsCalled(string choice) => Action.EquivalenceKey == choice || Title.Equals(choice, StringComparison.OrdinalIgnoreCase) || Action.Title.Equals(choice, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Asks providers for their actions, and carries one out on a solution in memory.</summary>
internal static class CodeActions
{
    private const int MaxListed = 30;

    public static async Task<ImmutableArray<OfferedAction>> FixesAsync(Document document, Diagnostic diagnostic, string id, CancellationToken cancellationToken)
    {
        List<OfferedAction> offered = [];
        foreach (var provider in CodeFixCatalog.Fixes(document.Project, id))
        {
            List<CodeAction> actions = [];
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellationToken)).ConfigureAwait(false);
            offered.AddRange(actions.SelectMany(action => Leaves(id, action, "", provider)));
        }

        return [.. offered.DistinctBy(action => (action.Title, action.Action.EquivalenceKey))];
    }

    /// <summary>What is offered for a selection, and for the caret at its start: some refactorings take only the one, some only the other.</summary>
    public static async Task<ImmutableArray<OfferedAction>> RefactoringsAsync(Document document, TextSpan span, CancellationToken cancellationToken)
    {
        List<OfferedAction> offered = [];
        foreach (var selected in new[] { span, new TextSpan(span.Start, 0) }.Distinct())
        {
            foreach (var (name, provider) in CodeFixCatalog.Refactorings)
            {
                List<CodeAction> actions = [];
                await provider.ComputeRefactoringsAsync(new CodeRefactoringContext(document, selected, actions.Add, cancellationToken)).ConfigureAwait(false);
                offered.AddRange(actions.SelectMany(action => Leaves(name, action, "", null)));
            }
        }

        return [.. offered.DistinctBy(action => (action.Id, action.Title))];
    }

    /// <summary>The one action that is meant.</summary>
    /// <exception cref="CodeException">There is none, or there are several.</exception>
    public static OfferedAction Choose(ImmutableArray<OfferedAction> offered, string what, string? choice)
    {
        var called = choice is null ? offered : offered.RemoveAll(action => !action.IsCalled(choice));
        return called.Length switch
        {
            1 => called[0],
            0 when offered.IsEmpty => throw new CodeException(CodeErrorKind.NotFound, $"Nothing can be done about {what}."),
            0 => throw new CodeException(CodeErrorKind.NotFound, $"There is no such choice for {what}. Choose one of: {List(offered)}."),
            _ => throw new CodeException(CodeErrorKind.Ambiguous, $"There are several choices for {what}. Choose one of: {List(called)}."),
        };
    }

    /// <exception cref="CodeException">The action does something else than to change files.</exception>
    public static async Task<Solution> ApplyAsync(Solution solution, CodeAction action, CancellationToken cancellationToken)
    {
        if (action is CodeActionWithOptions)
        {
            throw new CodeException(CodeErrorKind.InvalidArgument, $"'{action.Title}' asks questions in a dialog and cannot be carried out here.");
        }

        var operations = await action.GetOperationsAsync(solution, new Progress<CodeAnalysisProgress>(), cancellationToken).ConfigureAwait(false);
        if (operations is not [ApplyChangesOperation change])
        {
            throw new CodeException(CodeErrorKind.InvalidArgument,
                $"'{action.Title}' does not only change files: {string.Join(", ", operations.Select(operation => operation.Title ?? operation.GetType().Name).DefaultIfEmpty("it does nothing"))}. Make the change with edits.");
        }

        var changes = change.ChangedSolution.GetChanges(solution);
        if (changes.GetAddedProjects().Any() || changes.GetRemovedProjects().Any() || changes.GetProjectChanges().Any(ChangesProject))
        {
            throw new CodeException(CodeErrorKind.InvalidArgument, $"'{action.Title}' changes a project file. Edit the project file, then ask again.");
        }

        return await LinkedDocuments.MergeAsync(solution, change.ChangedSolution, cancellationToken).ConfigureAwait(false);
    }

    private static bool ChangesProject(ProjectChanges changes) =>
        changes.GetAddedProjectReferences().Any() || changes.GetRemovedProjectReferences().Any()
        || changes.GetAddedMetadataReferences().Any() || changes.GetRemovedMetadataReferences().Any()
        || changes.GetAddedAnalyzerReferences().Any() || changes.GetRemovedAnalyzerReferences().Any()
        || changes.OldProject.ParseOptions != changes.NewProject.ParseOptions || changes.OldProject.CompilationOptions != changes.NewProject.CompilationOptions;

    private static IEnumerable<OfferedAction> Leaves(string id, CodeAction action, string within, CodeFixProvider? provider) => action.NestedActions.IsDefaultOrEmpty
        ? [new(id, within + action.Title, action, provider)]
        : action.NestedActions.SelectMany(nested => Leaves(id, nested, $"{within}{action.Title} / ", provider));

    private static string List(ImmutableArray<OfferedAction> offered)
    {
        var listed = string.Join("; ", offered.Take(MaxListed).Select(action => $"\"{action.Title}\""));
        return offered.Length > MaxListed ? $"{listed} and {offered.Length - MaxListed} more" : listed;
    }
}
