using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries;

/// <summary>Finds symbols by their place in a file.</summary>
internal static class PlaceLocator
{
    /// <summary>What is declared on a line, or else what is declared around it.</summary>
    public static SourceDeclaration[] Declarations(CodeSnapshot snapshot, SymbolAddress.Place place, CancellationToken cancellationToken)
    {
        var file = SourceFiles.Get(snapshot, place.Path);
        var line = LineOf(file, place, cancellationToken);
        var all = DeclarationReader.Read(file.Tree, cancellationToken);
        SourceDeclaration[] named = [.. all.Where(declaration => declaration.Position >= line.Start && declaration.Position <= line.End)];
        if (place.Column is { } column && named.Length > 1)
        {
            named = [named.LastOrDefault(declaration => declaration.Position < line.Start + column) ?? named[0]];
        }

        // A record's parameters stand on the record's line, and it is the record that is meant.
        return named.Length > 1 && named[0].Kind.IsType() && named.Skip(1).All(each => named[0].Node.Span.Contains(each.Node.Span)) ? [named[0]]
            : named.Length > 0 ? named
            : Around(all, line.Start + file.Tree.GetText(cancellationToken).ToString(line).TakeWhile(char.IsWhiteSpace).Count()) is { } around ? [around]
            : [];
    }

    /// <summary>The innermost declaration that a position is in.</summary>
    public static SourceDeclaration? Around(SourceDeclaration[] declarations, int position) =>
        declarations.Where(declaration => declaration.Node.FullSpan.Contains(position)).MinBy(declaration => declaration.Node.FullSpan.Length);

    /// <summary>What is declared or used at a column.</summary>
    public static async Task<LocatedSymbol> FindAsync(CodeSnapshot snapshot, SymbolAddress.Place place, int column, CancellationToken cancellationToken)
    {
        var file = SourceFiles.Get(snapshot, place.Path);
        var line = LineOf(file, place, cancellationToken);
        var position = Math.Min(line.Start + column - 1, line.End);
        var solution = snapshot.RequireSolution();
        var documents = solution.GetDocumentIdsWithFilePath(SourceFiles.Absolute(snapshot, file.Path)).Select(id => solution.GetDocument(id)!).ToArray();
        foreach (var project in Projects.ByUse(documents.Select(document => document.Project)))
        {
            var document = documents.First(each => each.Project.Id == project.Id);
            var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
            var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            if (model is not null && root is not null && SymbolAt(model, root.FindToken(Math.Min(position, root.FullSpan.End), findInsideTrivia: true), cancellationToken) is { } symbol)
            {
                return new(symbol, project);
            }
        }

        throw new CodeException(CodeErrorKind.NotFound, $"There is no symbol at {file.Path}:{place.Line}:{column}; the column is that of a name's first character, from 1.");
    }

    private static ISymbol? SymbolAt(SemanticModel model, SyntaxToken token, CancellationToken cancellationToken)
    {
        if (token.Parent is not { } node)
        {
            return null;
        }

        var info = node is AttributeSyntax or ExpressionSyntax or CrefSyntax or ConstructorInitializerSyntax ? model.GetSymbolInfo(node, cancellationToken) : default;
        var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        symbol ??= token.IsKind(SyntaxKind.IdentifierToken) ? model.GetDeclaredSymbol(node, cancellationToken) : null;

        // A record's parameter is its property for everybody but the record's constructor.
        return symbol is IParameterSymbol { ContainingType.IsRecord: true } && node is ParameterSyntax { Parent.Parent: RecordDeclarationSyntax }
            ? symbol.ContainingType.GetMembers(symbol.Name).OfType<IPropertySymbol>().FirstOrDefault() ?? symbol
            : symbol is null ? null : SymbolIdentity.Normalize(symbol);
    }

    private static TextSpan LineOf(SourceFile file, SymbolAddress.Place place, CancellationToken cancellationToken)
    {
        var lines = file.Tree.GetText(cancellationToken).Lines;
        return place.Line <= lines.Count ? lines[place.Line - 1].Span
            : throw new CodeException(CodeErrorKind.NotFound, $"{file.Path} has {lines.Count} lines; there is no line {place.Line}.");
    }
}
