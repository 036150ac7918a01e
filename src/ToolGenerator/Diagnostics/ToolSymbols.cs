using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.ToolGenerator.Diagnostics;

/// <summary>What the analyzers need to know of a compilation: its tools, and the types that cancellation is about.</summary>
internal sealed class ToolSymbols
{
    private readonly Compilation _compilation;
    private readonly INamedTypeSymbol _toolSet;
    private readonly INamedTypeSymbol _tool;
    private readonly INamedTypeSymbol? _kernelFunction;
    private readonly INamedTypeSymbol? _cancellationToken;
    private readonly HashSet<ISymbol> _asynchronous;
    private readonly Lazy<HashSet<ISymbol>> _basesOfToolSets;

    private ToolSymbols(Compilation compilation, INamedTypeSymbol toolSet, INamedTypeSymbol tool)
    {
        _compilation = compilation;
        _toolSet = toolSet;
        _tool = tool;
        _kernelFunction = compilation.GetTypeByMetadataName("Microsoft.SemanticKernel.KernelFunctionAttribute");
        _cancellationToken = compilation.GetTypeByMetadataName("System.Threading.CancellationToken");
        _asynchronous = AsynchronousTypes(compilation);
        _basesOfToolSets = new(FindBasesOfToolSets);
    }

    /// <summary>The symbols of a compilation, or <see langword="null"/> where it does not reference the attributes.</summary>
    public static ToolSymbols? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Websopy.SemanticKernel.ToolSetAttribute") is { } toolSet
        && compilation.GetTypeByMetadataName("Websopy.SemanticKernel.ToolAttribute") is { } tool
            ? new(compilation, toolSet, tool)
            : null;

    public bool IsToolSet(INamedTypeSymbol type) => Find(type, _toolSet) is not null;

    public AttributeData? ToolAttributeOf(IMethodSymbol method) => Find(method, _tool);

    public bool IsCancellationToken(ITypeSymbol type) => SymbolEqualityComparer.Default.Equals(type, _cancellationToken);

    /// <summary>Whether calls of a method end later than they return.</summary>
    public bool IsAsynchronous(IMethodSymbol method) => _asynchronous.Contains(method.ReturnType.OriginalDefinition);

    /// <summary>
    /// Whether methods of a class become tools: it is a tool set or the base of one. A base class that other assemblies can
    /// derive from and that has no instances of its own is taken for one, as far as [Tool] goes.
    /// </summary>
    public bool MayHoldTools(INamedTypeSymbol type) =>
        HoldsTools(type) || (type is { TypeKind: TypeKind.Class, IsAbstract: true, IsStatic: false } && IsVisibleOutside(type));

    /// <summary>Whether a method is a tool. [KernelFunction] makes one only within a tool set, elsewhere it is Semantic Kernel's.</summary>
    public bool IsTool(IMethodSymbol method)
    {
        if (method.MethodKind != MethodKind.Ordinary)
            return false;

        return Find(method, _tool) is not null
            ? MayHoldTools(method.ContainingType)
            : Find(method, _kernelFunction) is not null && HoldsTools(method.ContainingType);
    }

    private bool HoldsTools(INamedTypeSymbol type) =>
        IsToolSet(type) || _basesOfToolSets.Value.Contains(type.OriginalDefinition);

    private static bool IsVisibleOutside(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
            if (current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
                return false;

        return true;
    }

    private static AttributeData? Find(ISymbol symbol, INamedTypeSymbol? attribute) => attribute is null
        ? null
        : symbol.GetAttributes().FirstOrDefault(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute));

    private HashSet<ISymbol> FindBasesOfToolSets()
    {
        HashSet<ISymbol> bases = new(SymbolEqualityComparer.Default);
        foreach (var type in TypesOf(_compilation.Assembly.GlobalNamespace))
            for (var current = type.BaseType; current is not null && IsToolSet(type); current = current.BaseType)
                bases.Add(current.OriginalDefinition);

        return bases;
    }

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamedTypeSymbol { TypeKind: TypeKind.Class } type)
                yield return type;

            if (member is INamespaceOrTypeSymbol nested)
                foreach (var inner in TypesOf(nested))
                    yield return inner;
        }
    }

    private static HashSet<ISymbol> AsynchronousTypes(Compilation compilation)
    {
        string[] names =
        [
            "System.Threading.Tasks.Task", "System.Threading.Tasks.Task`1",
            "System.Threading.Tasks.ValueTask", "System.Threading.Tasks.ValueTask`1",
            "System.Collections.Generic.IAsyncEnumerable`1",
        ];

        return new(names.Select(compilation.GetTypeByMetadataName).OfType<ISymbol>(), SymbolEqualityComparer.Default);
    }
}
