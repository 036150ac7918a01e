using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.ToolGenerator.Parsing;

namespace Websopy.SemanticKernel.ToolGenerator.Diagnostics;

/// <summary>Which methods of a compilation are tools, seen from the method and not from its tool set.</summary>
internal sealed class ToolScope(Compilation compilation)
{
    private readonly Lazy<HashSet<ISymbol>> _basesOfToolSets = new(() => FindBases(compilation));

    /// <summary>
    /// Whether [Tool] has an effect in a class: it is a tool set or the base of one. A base class that other assemblies can
    /// derive from, and that has no instances of its own, is taken for one.
    /// </summary>
    public bool MayHoldTools(INamedTypeSymbol type) =>
        HoldsTools(type) || (type is { TypeKind: TypeKind.Class, IsAbstract: true, IsStatic: false } && IsVisibleOutside(type));

    /// <summary>Whether a method is a tool. [KernelFunction] makes one only within a tool set, elsewhere it is Semantic Kernel's.</summary>
    public bool IsTool(IMethodSymbol method)
    {
        if (method.MethodKind != MethodKind.Ordinary || !ToolMethods.IsTool(method.PartialDefinitionPart ?? method))
            return false;

        return HoldsTools(method.ContainingType)
            || (method.InheritedAttribute(AttributeNames.Tool) is not null && MayHoldTools(method.ContainingType));
    }

    private bool HoldsTools(INamedTypeSymbol type) =>
        type.Has(AttributeNames.ToolSet) || _basesOfToolSets.Value.Contains(type.OriginalDefinition);

    private static bool IsVisibleOutside(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)) return false;
        }

        return true;
    }

    private static HashSet<ISymbol> FindBases(Compilation compilation)
    {
        HashSet<ISymbol> bases = new(SymbolEqualityComparer.Default);
        foreach (var type in ClassesOf(compilation.Assembly.GlobalNamespace).Where(type => type.Has(AttributeNames.ToolSet)))
        {
            foreach (var declaring in type.Hierarchy()) bases.Add(declaring.OriginalDefinition);
        }

        return bases;
    }

    private static IEnumerable<INamedTypeSymbol> ClassesOf(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol { TypeKind: TypeKind.Class } type) yield return type;
            foreach (var inner in ClassesOf(member)) yield return inner;
        }
    }
}
