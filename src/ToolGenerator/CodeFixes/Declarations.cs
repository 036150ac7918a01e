using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.ToolGenerator.CodeFixes;

/// <summary>The syntax of symbols, and who else depends on it.</summary>
internal static class Declarations
{
    /// <summary>All declarations of a type, a method or a parameter, both parts of a partial method included.</summary>
    public static IEnumerable<T> Of<T>(ISymbol symbol, CancellationToken cancellationToken) where T : SyntaxNode => Parts(symbol)
        .SelectMany(part => part.DeclaringSyntaxReferences)
        .Select(reference => reference.GetSyntax(cancellationToken))
        .OfType<T>()
        .Distinct();

    /// <summary>Attributes of a symbol with a given class name, by their syntax.</summary>
    public static IEnumerable<SyntaxNode> Attributes(ISymbol symbol, string fullName, CancellationToken cancellationToken) => Parts(symbol)
        .SelectMany(part => part.GetAttributes())
        .Where(attribute => attribute.AttributeClass?.ToDisplayString() == fullName)
        .Select(attribute => attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken))
        .OfType<SyntaxNode>()
        .Distinct();

    /// <summary>Whether a base class, an interface or derived classes have to agree with the method's signature.</summary>
    public static bool IsBoundByOthers(IMethodSymbol method) =>
        method.IsOverride || method.IsVirtual || method.IsAbstract || ImplementsInterface(method);

    private static bool ImplementsInterface(IMethodSymbol method) =>
        !method.ExplicitInterfaceImplementations.IsEmpty
        || method.ContainingType.AllInterfaces
            .SelectMany(implemented => implemented.GetMembers(method.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    private static IEnumerable<ISymbol> Parts(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => MethodParts(method),
        IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter =>
            MethodParts(method).Select(part => part.Parameters[parameter.Ordinal]),
        _ => [symbol],
    };

    private static IEnumerable<IMethodSymbol> MethodParts(IMethodSymbol method)
    {
        yield return method;
        if ((method.PartialDefinitionPart ?? method.PartialImplementationPart) is { } other)
            yield return other;
    }
}
