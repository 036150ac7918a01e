using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Websopy.SemanticKernel.ToolGenerator.Diagnostics;
using Websopy.SemanticKernel.ToolGenerator.Model;

namespace Websopy.SemanticKernel.ToolGenerator.Parsing;

/// <summary>What a class marked with <c>[ToolSet]</c> is.</summary>
/// <param name="Model">What is emitted; <see langword="null"/> where nothing can be.</param>
/// <param name="Diagnostics">What is said of it.</param>
internal sealed record ToolSetParse(ToolSetModel? Model, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>Reads a tool set. The generator takes the model, the analyzer the diagnostics.</summary>
internal sealed class ToolSetParser
{
    /// <summary>The most tools that a request of a common service takes.</summary>
    private const int MaxTools = 128;

    private readonly INamedTypeSymbol _type;
    private readonly Compilation _compilation;
    private readonly DiagnosticSink _diagnostics;
    private readonly CancellationToken _cancellationToken;
    private readonly bool _hasKernel;

    private ToolSetParser(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        _type = type;
        _compilation = compilation;
        _diagnostics = new(type);
        _cancellationToken = cancellationToken;
        _hasKernel = compilation.GetTypeByMetadataName("Microsoft.SemanticKernel.KernelFunctionFactory") is not null;
    }

    public static ToolSetParse Parse(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        var parser = new ToolSetParser(type, compilation, cancellationToken);
        return new(parser.Read(), parser._diagnostics.Diagnostics);
    }

    private ToolSetModel? Read()
    {
        var attribute = _type.Attribute(AttributeNames.ToolSet);
        if (!CheckType() | !CheckContext(attribute, out var context)) return null;
        var strict = attribute.NamedArgument<bool>("Strict");
        var contextTypes = ContextTypes(context);
        var types = new TypeRegistry(_compilation, contextTypes);
        var methods = ToolMethods.Find(_type);
        if (methods.Count == 0) _diagnostics.Report(DiagnosticCatalog.NoTools, _type, _type.Name);
        if (methods.Count > MaxTools) _diagnostics.Report(DiagnosticCatalog.TooManyTools, _type, _type.Name, methods.Count, MaxTools);
        var tools = ReadTools(methods, new ToolReader(types, _diagnostics, strict));
        if (strict) StrictCheck.Run(tools, types.Models, _diagnostics);
        return new ToolSetModel(
            _type.ContainingNamespace.IsGlobalNamespace ? "" : _type.ContainingNamespace.ToDisplayString(),
            _type.CSharpName(),
            _type.CSharpName().Replace("global::", "").Replace('<', '_').Replace('>', '_'),
            string.Join("_", Containing().Select(containing => containing.Name)) + "ToolSetExtensions",
            Containing().All(containing => containing.DeclaredAccessibility == Accessibility.Public),
            _type.IsStatic ? Containing().Select(PartialPart).ToEquatableArray() : EquatableArray<string>.Empty,
            NameRules.PluginName(_type),
            DescriptionReader.Read(_type) ?? "",
            strict,
            _hasKernel,
            context?.CSharpName(),
            contextTypes.Where(types.Models.ContainsKey).ToEquatableArray(),
            tools.Select(tool => tool.Model).ToEquatableArray(),
            types.Models.Values.ToEquatableArray());
    }

    /// <summary>The class and those around it, outermost first.</summary>
    private Stack<INamedTypeSymbol> Containing()
    {
        var types = new Stack<INamedTypeSymbol>();
        for (var current = _type; current is not null; current = current.ContainingType) types.Push(current);
        return types;
    }

    private static string PartialPart(INamedTypeSymbol type) =>
        $"{(type.IsStatic ? "static " : "")}partial {(type.IsRecord ? "record " : "")}{(type.TypeKind == TypeKind.Struct ? "struct" : type.TypeKind == TypeKind.Interface ? "interface" : type.IsRecord ? "" : "class")} {type.Name}".Replace("  ", " ");

    private bool CheckType()
    {
        if (Containing().Any(containing => containing.IsGenericType)) return _diagnostics.Fail(DiagnosticCatalog.GenericToolSet, _type, _type.Name);
        if (!_type.CanBeNamed(_compilation)) return _diagnostics.Fail(DiagnosticCatalog.ToolSetNotAccessible, _type, _type.Name);
        return !_type.IsStatic || Containing().All(IsPartial) || _diagnostics.Fail(DiagnosticCatalog.StaticToolSetNotPartial, _type, _type.Name);
    }

    private bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .Any(reference => reference.GetSyntax(_cancellationToken) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private bool CheckContext(AttributeData? attribute, out INamedTypeSymbol? context)
    {
        var named = attribute.NamedArgument<ITypeSymbol>("JsonContext");
        context = named as INamedTypeSymbol;
        if (named is null || named.TypeKind == TypeKind.Error) return true;
        var isContext = context?.BaseType.Is("System.Text.Json.Serialization.JsonSerializerContext") == true && context.CanBeNamed(_compilation) && !context.IsAbstract;
        return isContext || _diagnostics.Fail(DiagnosticCatalog.InvalidJsonContext, _type, TypeRegistry.Short(named));
    }

    private static HashSet<string> ContextTypes(INamedTypeSymbol? context) => context is null ? [] : new(context.GetAttributes()
        .Where(attribute => attribute.AttributeClass.Is(AttributeNames.JsonSerializable))
        .Select(attribute => attribute.Argument<ITypeSymbol>()).OfType<ITypeSymbol>().Select(type => type.CSharpName()));

    private List<(ToolModel Model, IMethodSymbol Method)> ReadTools(IReadOnlyList<IMethodSymbol> methods, ToolReader reader)
    {
        var tools = new List<(ToolModel, IMethodSymbol)>();
        var names = new Dictionary<string, IMethodSymbol>(_hasKernel ? ToolNameComparer.OfKernel : StringComparer.Ordinal);
        foreach (var method in methods)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (reader.Read(method) is not { } tool) continue;
            if (names.TryGetValue(tool.Name, out var first))
            {
                ReportName(first, method, tool.Name);
                continue;
            }

            names.Add(tool.Name, method);
            tools.Add((tool, method));
        }

        return tools;
    }

    private void ReportName(IMethodSymbol first, IMethodSymbol method, string name)
    {
        if (first.Name == method.Name) _diagnostics.Report(DiagnosticCatalog.OverloadsClash, method, method.Name, name);
        else _diagnostics.Report(DiagnosticCatalog.DuplicateName, method, name, first.Name, method.Name);
    }
}
