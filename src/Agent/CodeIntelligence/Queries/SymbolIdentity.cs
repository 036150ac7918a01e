using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries;

/// <summary>Knows a symbol again in every flavour of its project and in the projects that refer to it.</summary>
/// <remarks>Each compilation has symbol objects of its own; what they have in common is the documentation id, and where they have none, the place.</remarks>
internal sealed class SymbolIdentity
{
    private readonly string? _id;
    private readonly (string Path, TextSpan Span)? _place;
    private readonly HashSet<string> _assemblies;

    /// <param name="symbol">The symbol.</param>
    /// <param name="assemblies">The assemblies that its source is compiled into; empty for one that is not the solution's.</param>
    public SymbolIdentity(ISymbol symbol, IEnumerable<string> assemblies)
    {
        Symbol = Normalize(symbol);
        _id = Symbol is ILocalSymbol or IParameterSymbol or ITypeParameterSymbol or IRangeVariableSymbol or ILabelSymbol
            or IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } ? null : Symbol.GetDocumentationCommentId();
        _place = PlaceOf(Symbol);
        _assemblies = Symbol is INamespaceSymbol ? [] : [.. assemblies];
    }

    public ISymbol Symbol { get; }

    public bool IsDeclaredIn(IAssemblySymbol assembly) => _assemblies.Contains(assembly.Name);

    /// <summary>The identity of a symbol that was found, with all assemblies that its source is linked into.</summary>
    public static SymbolIdentity Of(LocatedSymbol located)
    {
        var solution = located.Project.Solution;
        HashSet<string> assemblies = new(StringComparer.Ordinal);
        foreach (var location in located.Symbol.Locations.Where(location => location.IsInSource))
        {
            assemblies.Add(located.Symbol.ContainingAssembly?.Name ?? "");
            assemblies.UnionWith(solution.GetDocumentIdsWithFilePath(location.SourceTree!.FilePath).Select(id => solution.GetProject(id.ProjectId)!.AssemblyName));
        }

        return new(located.Symbol, assemblies);
    }

    /// <summary>The symbol that stands for all ways to see one: not constructed, not reduced, the member instead of its accessor.</summary>
    public static ISymbol Normalize(ISymbol symbol)
    {
        symbol = symbol.OriginalDefinition;
        return symbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove or MethodKind.EventRaise, AssociatedSymbol: { } member } => Normalize(member),
            IMethodSymbol { ReducedFrom: { } full } => Normalize(full),
            IMethodSymbol { AssociatedExtensionImplementation: { } implementation } => Normalize(implementation),
            IMethodSymbol { PartialDefinitionPart: { } definition } => definition,
            IPropertySymbol { PartialDefinitionPart: { } definition } => definition,
            _ => symbol,
        };
    }

    public bool Matches(ISymbol? candidate)
    {
        if (candidate is null || candidate.Kind == SymbolKind.ErrorType)
        {
            return false;
        }

        var other = Normalize(candidate);
        if (other.Kind != Symbol.Kind || other.Name != Symbol.Name || other.ContainingType?.Name != Symbol.ContainingType?.Name)
        {
            return false;
        }

        if (SymbolEqualityComparer.Default.Equals(other, Symbol))
        {
            return true;
        }

        return _id is null
            ? _place is not null && PlaceOf(other) == _place
            : other.GetDocumentationCommentId() == _id && (_assemblies.Count == 0 || other.ContainingAssembly is { } assembly && _assemblies.Contains(assembly.Name));
    }

    private static (string Path, TextSpan Span)? PlaceOf(ISymbol symbol) =>
        symbol.Locations.FirstOrDefault(location => location.IsInSource) is { SourceTree: { } tree, SourceSpan: var span } ? (tree.FilePath, span) : null;
}
