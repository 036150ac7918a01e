using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries.References;

/// <summary>Finds the solution's types and members that derive from, implement or override one.</summary>
internal static class HierarchyFinder
{
    private static readonly ConditionalWeakTable<Compilation, INamedTypeSymbol[]> Known = [];

    /// <summary>The declarations, in every flavour that has them.</summary>
    public static async Task<IReadOnlyCollection<Use>> FindAsync(Solution solution, SymbolIdentity symbol, ReferenceKind kind, CancellationToken cancellationToken)
    {
        List<Use> found = [];
        foreach (var project in SearchedProjects.Of(solution, symbol.Symbol))
        {
            if (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation)
            {
                continue;
            }

            foreach (var related in TypesOf(compilation, cancellationToken).SelectMany(type => Related(type, symbol, kind)).Distinct(SymbolEqualityComparer.Default))
            {
                found.AddRange(related!.Locations
                    .Where(location => location.SourceTree is { } tree && compilation.ContainsSyntaxTree(tree))
                    .Select(location => new Use(project, location.SourceTree!, location.SourceTree!.GetRoot(cancellationToken).FindToken(location.SourceSpan.Start))));
            }
        }

        return found;
    }

    private static IEnumerable<ISymbol> Related(INamedTypeSymbol type, SymbolIdentity symbol, ReferenceKind kind) => (symbol.Symbol, kind) switch
    {
        (INamedTypeSymbol, ReferenceKind.Implementations or ReferenceKind.Derived) => Derives(type, symbol, kind) ? [type] : [],
        (INamedTypeSymbol, _) => [],
        ({ ContainingType.TypeKind: TypeKind.Interface }, ReferenceKind.Implementations) => Implementations(type, symbol),
        (_, ReferenceKind.Implementations or ReferenceKind.Overrides) => type.GetMembers().Where(member => Overrides(member, symbol)),
        _ => [],
    };

    private static bool Derives(INamedTypeSymbol type, SymbolIdentity symbol, ReferenceKind kind)
    {
        // An interface's implementations are classes and structs; all that has it among its bases derives from it.
        if (kind == ReferenceKind.Implementations && type.TypeKind == TypeKind.Interface)
        {
            return false;
        }

        for (var each = type.BaseType; each is not null; each = each.BaseType)
        {
            if (symbol.Matches(each))
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(symbol.Matches);
    }

    private static IEnumerable<ISymbol> Implementations(INamedTypeSymbol type, SymbolIdentity symbol)
    {
        if (type.TypeKind == TypeKind.Interface)
        {
            return type.GetMembers().Where(member => Explicit(member).Any(symbol.Matches));
        }

        return type.AllInterfaces
            .Where(each => each.Name == symbol.Symbol.ContainingType.Name)
            .SelectMany(each => each.GetMembers(symbol.Symbol.Name))
            .Where(symbol.Matches)
            .Select(type.FindImplementationForInterfaceMember)
            .OfType<ISymbol>()
            .Select(SymbolIdentity.Normalize)
            .Where(implementation => !symbol.Matches(implementation));
    }

    private static IEnumerable<ISymbol> Explicit(ISymbol member) => member switch
    {
        IMethodSymbol method => method.ExplicitInterfaceImplementations,
        IPropertySymbol property => property.ExplicitInterfaceImplementations,
        IEventSymbol declared => declared.ExplicitInterfaceImplementations,
        _ => [],
    };

    private static bool Overrides(ISymbol member, SymbolIdentity symbol)
    {
        for (var each = OverriddenBy(member); each is not null; each = OverriddenBy(each))
        {
            if (symbol.Matches(each))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The member that one overrides; accessors are left to their property.</summary>
    public static ISymbol? OverriddenBy(ISymbol member) => member switch
    {
        IMethodSymbol { AssociatedSymbol: null } method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        IEventSymbol declared => declared.OverriddenEvent,
        _ => null,
    };

    private static INamedTypeSymbol[] TypesOf(Compilation compilation, CancellationToken cancellationToken) =>
        Known.TryGetValue(compilation, out var types) ? types : Known.GetValue(compilation, _ => [.. Types(compilation.Assembly.GlobalNamespace, cancellationToken)]);

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (var inner in Types(member, cancellationToken))
            {
                yield return inner;
            }
        }
    }
}
