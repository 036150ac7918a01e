using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries;

/// <summary>Finds types and members by the end of their names in all that a compilation sees.</summary>
internal static class MetadataNames
{
    public static IEnumerable<ISymbol> Find(INamespaceSymbol root, SymbolAddress.Named named, CancellationToken cancellationToken)
    {
        // As a type; else the last name is a member's.
        ISymbol[] types = named.Parameters is null ? [.. Types(root, named.Names, named.Arity, cancellationToken)] : [];
        return types.Length > 0 || named.Names.Length < 2
            ? types
            : Types(root, named.Names.RemoveAt(named.Names.Length - 1), null, cancellationToken).SelectMany(type => Members(type, named));
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space, ImmutableArray<string> names, int? arity, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var type in Nested(space, names, 0, arity))
        {
            if (IsWithin(type, names))
            {
                yield return type;
            }
        }

        foreach (var type in space.GetNamespaceMembers().SelectMany(inner => Types(inner, names, arity, cancellationToken)))
        {
            yield return type;
        }
    }

    /// <summary>Types of a namespace whose path of names is an end of the names asked for.</summary>
    private static IEnumerable<INamedTypeSymbol> Nested(INamespaceOrTypeSymbol container, ImmutableArray<string> names, int depth, int? arity)
    {
        for (var first = depth == 0 ? 0 : depth; first < names.Length && (depth == 0 || first == depth); first++)
        {
            foreach (var type in container.GetTypeMembers(names[first]))
            {
                if (first == names.Length - 1)
                {
                    if ((arity is null || arity == type.Arity) && (type.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected || type.Locations.Any(location => location.IsInSource)))
                    {
                        yield return type;
                    }
                }
                else
                {
                    foreach (var inner in Nested(type, names, first + 1, arity))
                    {
                        yield return inner;
                    }
                }
            }
        }
    }

    private static bool IsWithin(INamedTypeSymbol type, ImmutableArray<string> names)
    {
        ISymbol? symbol = type;
        for (var i = names.Length - 1; i >= 0; i--, symbol = symbol.ContainingSymbol)
        {
            if (symbol is null || symbol.Name != names[i])
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type, SymbolAddress.Named named)
    {
        var name = named.Names[^1];
        var members = name == type.Name ? type.InstanceConstructors.CastArray<ISymbol>() : type.GetMembers(name == "this[]" ? "this[]" : name);
        return members.Where(member => (member.DeclaredAccessibility is not (Accessibility.Private or Accessibility.Internal) || member.Locations.Any(location => location.IsInSource))
            && (named.Arity is not { } arity || member is IMethodSymbol method && method.Arity == arity)
            && (named.Parameters is not { } parameters || DeclarationMatcher.SameParameters(parameters, ParametersOf(member))));
    }

    private static ImmutableArray<string>? ParametersOf(ISymbol member) => member switch
    {
        IMethodSymbol method => [.. method.Parameters.Select(parameter => parameter.Type.ToDisplayString())],
        IPropertySymbol { IsIndexer: true } indexer => [.. indexer.Parameters.Select(parameter => parameter.Type.ToDisplayString())],
        _ => null,
    };
}
