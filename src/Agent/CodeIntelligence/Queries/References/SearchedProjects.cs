using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries.References;

/// <summary>Decides which flavours of which projects can use a symbol.</summary>
internal static class SearchedProjects
{
    /// <summary>Those that declare it and those that refer to them; all of them for what is not the solution's own.</summary>
    public static ImmutableArray<Project> Of(Solution solution, ISymbol symbol)
    {
        var locations = symbol.Locations.Where(location => location.IsInSource).ToArray();
        if (locations.Length == 0 || symbol is INamespaceSymbol)
        {
            return [.. solution.Projects.Where(project => project.SupportsCompilation)];
        }

        var graph = solution.GetProjectDependencyGraph();
        var declaring = solution.Projects.Where(project => project.AssemblyName == symbol.ContainingAssembly?.Name)
            .Select(project => project.Id)
            .Concat(locations.SelectMany(location => solution.GetDocumentIdsWithFilePath(location.SourceTree!.FilePath)).Select(id => id.ProjectId))
            .ToHashSet();
        var isPrivate = IsPrivate(symbol);
        var searched = isPrivate ? declaring : [.. declaring, .. declaring.SelectMany(graph.GetProjectsThatTransitivelyDependOnThisProject)];
        return [.. solution.Projects.Where(project => searched.Contains(project.Id))];
    }

    /// <summary>Whether the language lets a project use a symbol at all.</summary>
    public static bool CanSee(Compilation compilation, SymbolIdentity symbol)
    {
        // A file that is linked into several projects declares the symbol in each of them.
        if (symbol.Symbol.ContainingAssembly is not { } assembly || symbol.IsDeclaredIn(compilation.Assembly))
        {
            return true;
        }

        for (var each = symbol.Symbol; each is not (null or INamespaceSymbol); each = each.ContainingSymbol)
        {
            if (each.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedAndInternal)
            {
                return assembly.GivesAccessTo(compilation.Assembly);
            }
        }

        return true;
    }

    private static bool IsPrivate(ISymbol symbol)
    {
        for (var each = symbol; each is not (null or INamespaceSymbol); each = each.ContainingSymbol)
        {
            if (each.DeclaredAccessibility == Accessibility.Private || each.Kind is SymbolKind.Local or SymbolKind.RangeVariable or SymbolKind.Label)
            {
                return true;
            }
        }

        return false;
    }
}
