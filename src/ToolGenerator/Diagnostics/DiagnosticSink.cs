using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.ToolGenerator.Parsing;

namespace Websopy.SemanticKernel.ToolGenerator.Diagnostics;

/// <summary>Gathers what is said of a tool set. What a base class of another assembly does is said of the tool set itself.</summary>
/// <param name="toolSet">The class of the tool set.</param>
internal sealed class DiagnosticSink(INamedTypeSymbol toolSet)
{
    private readonly List<Diagnostic> _diagnostics = [];

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    public void Report(DiagnosticDescriptor descriptor, ISymbol place, params object[] arguments)
    {
        // In an editor the base class may come from the source of another project, which is no place for a diagnostic of this one.
        var isHere = SymbolEqualityComparer.Default.Equals(place.ContainingAssembly, toolSet.ContainingAssembly);
        var location = isHere ? place.Locations[0] : toolSet.Locations[0];
        _diagnostics.Add(Diagnostic.Create(descriptor, location, arguments));
    }

    /// <summary>Reports, and gives <see langword="false"/>.</summary>
    public bool Fail(DiagnosticDescriptor descriptor, ISymbol place, params object[] arguments)
    {
        Report(descriptor, place, arguments);
        return false;
    }

    /// <summary>Reports a type, unless the compiler does: the arguments, then the reason.</summary>
    public void ReportType(DiagnosticDescriptor descriptor, ISymbol place, ITypeSymbol type, TypeProblem problem, params object[] arguments)
    {
        if (ReferenceEquals(problem, TypeProblem.OfCompiler)) return;
        if (problem.ContextType is null) Report(descriptor, place, [.. arguments, problem.Reason]);
        else Report(DiagnosticCatalog.ContextTypeNested, place, TypeRegistry.Short(type), problem.ContextType);
    }

    /// <summary>Reports an object without properties.</summary>
    public void CheckEmpty(TypeRegistry types, ITypeSymbol type, ISymbol place)
    {
        if (types.Models.TryGetValue(type.CSharpName(), out var model) && model.Members is { Properties.Count: 0 }) Report(DiagnosticCatalog.NothingToSerialize, place, TypeRegistry.Short(type));
    }
}
