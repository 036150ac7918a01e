using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.ToolGenerator.CodeFixes.Visibility;

/// <summary>How far types are visible, so that no fix makes a signature more visible than the types in it.</summary>
internal enum Reach
{
    Narrow,
    Assembly,
    Everywhere,
}

internal static class Reaches
{
    public static Reach Of(Accessibility accessibility) => accessibility switch
    {
        Accessibility.Public => Reach.Everywhere,
        Accessibility.Internal or Accessibility.ProtectedOrInternal => Reach.Assembly,
        _ => Reach.Narrow,
    };

    /// <summary>The reach of a type through all types around it, and of the types that it is made of.</summary>
    /// <param name="type">The type.</param>
    /// <param name="widened">Types that the fix makes internal.</param>
    public static Reach Of(ITypeSymbol type, IReadOnlyCollection<INamedTypeSymbol> widened) => type switch
    {
        IArrayTypeSymbol array => Of(array.ElementType, widened),
        INamedTypeSymbol named => named.TypeArguments
            .Select(argument => Of(argument, widened))
            .Append(OfDeclaration(named, widened))
            .Min(),
        _ => Reach.Everywhere,
    };

    public static IEnumerable<ITypeSymbol> SignatureOf(ISymbol member) => member switch
    {
        IMethodSymbol method => method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType),
        IPropertySymbol property => [property.Type],
        IFieldSymbol field => [field.Type],
        IEventSymbol happening => [happening.Type],
        _ => [],
    };

    private static Reach OfDeclaration(INamedTypeSymbol type, IReadOnlyCollection<INamedTypeSymbol> widened)
    {
        var reach = Reach.Everywhere;
        for (var current = type; current is not null; current = current.ContainingType)
        {
            var own = widened.Contains(current, SymbolEqualityComparer.Default) ? Reach.Assembly : OfOne(current);
            reach = own < reach ? own : reach;
        }

        return reach;
    }

    // The symbol of a file-local type says internal.
    private static Reach OfOne(INamedTypeSymbol type) => type.IsFileLocal ? Reach.Narrow : Of(type.DeclaredAccessibility);
}
