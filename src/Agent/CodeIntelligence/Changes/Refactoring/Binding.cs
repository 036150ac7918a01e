using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Refactoring;

/// <summary>What a name means, as a text that is the same in two solutions if it means the same.</summary>
internal static class Binding
{
    /// <param name="model">Of the file of the token.</param>
    /// <param name="token">An identifier.</param>
    /// <param name="start">The place of a declaration in the terms of the solution that both are compared in.</param>
    /// <param name="cancellationToken">Ends the binding.</param>
    public static string Of(SemanticModel model, SyntaxToken token, Func<Location, int> start, CancellationToken cancellationToken)
    {
        if (token.Parent is not { } node)
        {
            return "";
        }

        if (model.GetDeclaredSymbol(node, cancellationToken) is { } declared)
        {
            return Text(declared, start);
        }

        var info = model.GetSymbolInfo(node, cancellationToken);
        return info.Symbol is { } symbol ? Text(symbol, start)
            : string.Join('|', info.CandidateSymbols.Select(candidate => Text(candidate, start)).Order(StringComparer.Ordinal).Prepend(info.CandidateReason.ToString()));
    }

    private static string Text(ISymbol symbol, Func<Location, int> start)
    {
        symbol = (symbol as IMethodSymbol)?.ReducedFrom ?? symbol;
        symbol = symbol.OriginalDefinition;
        if (symbol is INamespaceSymbol)
        {
            // A namespace is declared everywhere; what is in it tells whether it is another.
            return "namespace";
        }

        var places = symbol.Locations.Where(location => location.IsInSource).Select(location => $"{location.SourceTree!.FilePath}@{start(location)}").Order(StringComparer.Ordinal).ToList();
        return places.Count > 0 ? $"{symbol.Kind} {string.Join(' ', places)}" : $"{symbol.ContainingAssembly?.Name} {symbol.GetDocumentationCommentId() ?? symbol.ToDisplayString()}";
    }
}
