using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace Websopy.SemanticKernel.ToolGenerator.CodeFixes;

/// <summary>Edits of a code fix, over as many documents as the parts of a class or method are in.</summary>
internal sealed class SolutionEdit(Solution solution, CancellationToken cancellationToken)
{
    private readonly SolutionEditor _editor = new(solution);

    public CancellationToken CancellationToken => cancellationToken;

    public Solution Solution => solution;

    /// <summary>Changes a node where it stands.</summary>
    public async Task ChangeAsync(SyntaxNode node, Action<SyntaxEditor> change)
    {
        if (solution.GetDocument(node.SyntaxTree) is { } document)
            change(await _editor.GetDocumentEditorAsync(document.Id, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Changes every declaration of a symbol, so that the parts of a partial one stay alike.</summary>
    public async Task ChangeAllAsync<T>(ISymbol symbol, Action<SyntaxEditor, T> change) where T : SyntaxNode
    {
        foreach (var declaration in Declarations.Of<T>(symbol, cancellationToken))
            await ChangeAsync(declaration, editor => change(editor, declaration)).ConfigureAwait(false);
    }

    public Solution Apply() => _editor.GetChangedSolution();
}
