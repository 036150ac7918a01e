using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.ToolGenerator.Parsing;

/// <summary>Finds the tools of a class: its own, and those of its base classes.</summary>
internal static class ToolMethods
{
    public static IReadOnlyList<IMethodSymbol> Find(INamedTypeSymbol type)
    {
        var methods = new List<IMethodSymbol>();
        var overridden = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var declaring in type.Hierarchy())
        {
            var isOwn = SymbolEqualityComparer.Default.Equals(declaring, type);
            foreach (var method in declaring.GetMembers().OfType<IMethodSymbol>())
            {
                if (method.OverriddenMethod is { } hidden) overridden.Add(hidden.OriginalDefinition);
                if (method.MethodKind != MethodKind.Ordinary || overridden.Contains(method.OriginalDefinition) || !IsTool(method)) continue;
                if (isOwn || (!method.IsStatic && method.DeclaredAccessibility != Accessibility.Private)) methods.Add(method);
            }
        }

        return methods;
    }

    /// <summary>Whether the method is marked, or overrides one that is. The half of a partial method without the body counts once.</summary>
    public static bool IsTool(IMethodSymbol method) => method.PartialDefinitionPart is null
        && (IsMarked(method) || (method.PartialImplementationPart is { } body && IsMarked(body)));

    private static bool IsMarked(IMethodSymbol method) =>
        method.InheritedAttribute(AttributeNames.Tool) is not null || method.InheritedAttribute(AttributeNames.KernelFunction) is not null;
}
