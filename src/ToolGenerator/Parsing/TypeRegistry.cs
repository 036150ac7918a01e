using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.ToolGenerator.Model;

namespace Websopy.SemanticKernel.ToolGenerator.Parsing;

/// <summary>Turns the types of a tool set into models, each once, with all the types that they consist of.</summary>
/// <param name="compilation">The compilation that the tool set is part of.</param>
/// <param name="contextTypes">The types that the user's serializer context describes.</param>
internal sealed class TypeRegistry(Compilation compilation, IReadOnlyCollection<string> contextTypes)
{
    private const string Services = "global::System.Text.Json.Serialization.Metadata.JsonMetadataServices.";
    private const string ExtensionsAI = "Microsoft.Extensions.AI";

    private readonly Dictionary<string, TypeModel?> _models = [];
    private readonly Dictionary<string, TypeProblem> _problems = [];
    private readonly List<string> _order = [];
    private IReadOnlyDictionary<string, TypeModel>? _known;

    public Compilation Compilation => compilation;

    /// <summary>The models, by name.</summary>
    public IReadOnlyDictionary<string, TypeModel> Models => _known ??=
        _models.Where(entry => entry.Value is not null).ToDictionary(entry => entry.Key, entry => entry.Value!);

    /// <summary>Adds the type of a parameter or result, unless it is known already.</summary>
    /// <param name="type">The type.</param>
    /// <returns>What is wrong with the type, or <see langword="null"/>.</returns>
    public TypeProblem? Add(ITypeSymbol type)
    {
        var name = type.CSharpName();
        if (!contextTypes.Contains(name)) return AddPart(type);
        _known = null;
        _models[name] = new TypeModel(name, TypeShape.External, type.IsValueType, Annotations.None);
        return null;
    }

    /// <summary>Adds a type that another one consists of.</summary>
    public TypeProblem? AddPart(ITypeSymbol type)
    {
        var name = type.CSharpName();
        if (_problems.TryGetValue(name, out var problem)) return problem;
        if (_models.ContainsKey(name)) return contextTypes.Contains(name) ? TypeProblem.OfContext(name) : null;
        if (contextTypes.Contains(name)) return TypeProblem.OfContext(name);
        _models[name] = null; // under way: a type may consist of itself
        _order.Add(name);
        problem = Describe(type, name, out var model);
        _models[name] = model;
        _known = null;
        if (problem is null) return null;
        _problems[name] = problem;
        TakeBack(name);
        return problem;
    }

    /// <summary>Forgets a type, and what was described since: it may consist of the type, and is then in the same trouble.</summary>
    private void TakeBack(string name)
    {
        var from = _order.IndexOf(name);
        foreach (var later in _order.Skip(from)) _models.Remove(later);
        _order.RemoveRange(from, _order.Count - from);
        _known = null;
    }

    private TypeProblem? Describe(ITypeSymbol type, string name, out TypeModel? model)
    {
        model = null;
        if (type.TypeKind == TypeKind.Error) return TypeProblem.OfCompiler;
        if (type.IsRefLikeType || type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Delegate or TypeKind.TypeParameter) return new($"'{Short(type)}' is no data");
        if (!type.CanBeNamed(compilation)) return new($"'{Short(type)}' is not accessible to generated code");
        var annotations = AnnotationReader.Read(type);
        if (ValueTypes.Find(type) is { } value)
        {
            model = new(name, TypeShape.Value, type.IsValueType, Annotations.None, value.Schema, Create: $"{Services}CreateValueInfo<{name}>(options, {Services}{value.Converter})");
            return null;
        }

        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T) return DescribeNullable((INamedTypeSymbol)type, name, out model);
        if (type.TypeKind == TypeKind.Enum)
        {
            model = EnumReader.Read((INamedTypeSymbol)type, annotations);
            return null;
        }

        if (ConverterReader.Read(type, type, compilation) is { } converter)
        {
            model = new(name, TypeShape.Converter, type.IsValueType, annotations, Create: converter.Expression is null ? null : $"{Services}CreateValueInfo<{name}>(options, {converter.Expression})");
            return converter.Problem;
        }

        if (IsExternal(type))
        {
            model = new(name, TypeShape.External, type.IsValueType, Annotations.None);
            return null;
        }

        if (CollectionTypes.Find(type) is { } collection) return DescribeCollection(type, name, collection, out model);
        return ObjectReader.Check(type) ?? new ObjectReader(this, (INamedTypeSymbol)type).Read(annotations, out model);
    }

    private TypeProblem? DescribeNullable(INamedTypeSymbol type, string name, out TypeModel? model)
    {
        var element = type.TypeArguments[0];
        var elementName = element.CSharpName();
        model = new(name, TypeShape.Nullable, true, Annotations.None, Element: elementName,
            Create: $"{Services}CreateValueInfo<{name}>(options, {Services}GetNullableConverter<{elementName}>(options))");
        return AddPart(element);
    }

    private TypeProblem? DescribeCollection(ITypeSymbol type, string name, (ITypeSymbol Element, ITypeSymbol? Key, string Create) collection, out TypeModel? model)
    {
        model = new(name, collection.Key is null ? TypeShape.Collection : TypeShape.Dictionary, type.IsValueType, Annotations.None,
            Element: collection.Element.CSharpName(), Key: collection.Key?.CSharpName(), Create: collection.Create);
        if (collection.Key is not null && !CanBeKey(collection.Key)) return new($"'{Short(collection.Key)}' cannot be the key of a JSON object");
        if (IsExternal(collection.Element)) return new($"'{Short(type)}' holds '{Short(collection.Element)}'");
        return AddPart(collection.Element) ?? (collection.Key is null ? null : AddPart(collection.Key));
    }

    /// <summary>Whether Microsoft.Extensions.AI describes the type itself: its own types, and the sequences of them that it lists.</summary>
    private static bool IsExternal(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsExternal(array.ElementType),
        INamedTypeSymbol { Arity: 1 } sequence when sequence.Is("System.Collections.Generic.IEnumerable`1") || sequence.Is("System.Collections.Generic.IList`1") => IsExternal(sequence.TypeArguments[0]),
        _ => type.ContainingNamespace?.ToDisplayString() == ExtensionsAI && type.ContainingAssembly?.Name.StartsWith(ExtensionsAI, StringComparison.Ordinal) == true,
    };

    /// <summary>The serializer writes these as the name of a property.</summary>
    private static bool CanBeKey(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Enum || type.SpecialType is SpecialType.System_String or SpecialType.System_Object or SpecialType.System_Boolean or SpecialType.System_Char
            or (>= SpecialType.System_SByte and <= SpecialType.System_Double) or SpecialType.System_DateTime
        || type.MetadataName() is "System.Guid" or "System.DateTimeOffset" or "System.DateOnly" or "System.TimeOnly" or "System.TimeSpan" or "System.Uri" or "System.Version" or "System.Half" or "System.Int128" or "System.UInt128";

    internal static string Short(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
