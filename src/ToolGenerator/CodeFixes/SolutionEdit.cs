using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace Websopy.SemanticKernel.ToolGenerator.CodeFixes;

/// <summary>Edits of code fixes, over as many documents as the parts of a class or method are in.</summary>
internal sealed class SolutionEdit
{
    private readonly SolutionEditor _editor;
    private readonly HashSet<SyntaxNode> _changed = [];

    private SolutionEdit(Solution solution, CancellationToken cancellationToken)
    {
        Solution = solution;
        CancellationToken = cancellationToken;
        _editor = new(solution);
    }

    public Solution Solution { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>The solution after some changes.</summary>
    public static async Task<Solution> ApplyAsync(Solution solution, IEnumerable<FixChange> changes, CancellationToken cancellationToken)
    {
        SolutionEdit edit = new(solution, cancellationToken);
        foreach (var change in changes) await change.ApplyAsync(edit).ConfigureAwait(false);
        return edit._editor.GetChangedSolution();
    }

    /// <summary>Changes a node where it stands.</summary>
    public async Task ChangeAsync(SyntaxNode node, Action<SyntaxEditor> change)
    {
        if (Solution.GetDocument(node.SyntaxTree) is { } document)
        {
            change(await _editor.GetDocumentEditorAsync(document.Id, CancellationToken).ConfigureAwait(false));
        }
    }

    /// <summary>Changes a node that another change of the same edit may have in mind too.</summary>
    public Task ChangeOnceAsync(SyntaxNode node, Action<SyntaxEditor> change) => _changed.Add(node) ? ChangeAsync(node, change) : Task.CompletedTask;

    /// <summary>Changes every declaration of a symbol, so that the parts of a partial one stay alike.</summary>
    public async Task ChangeAllAsync<T>(ISymbol symbol, Action<SyntaxEditor, T> change) where T : SyntaxNode
    {
        foreach (var declaration in Declarations.Of<T>(symbol, CancellationToken))
        {
            await ChangeAsync(declaration, editor => change(editor, declaration)).ConfigureAwait(false);
        }
    }
}
