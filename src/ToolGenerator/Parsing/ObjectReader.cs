using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.ToolGenerator.Model;

namespace Websopy.SemanticKernel.ToolGenerator.Parsing;

/// <summary>Reads a class, struct or interface as the serializer sees it with its default options.</summary>
internal sealed class ObjectReader(TypeRegistry types, INamedTypeSymbol type)
{
    private static readonly HashSet<string> PlainSystemTypes = ["System.Collections.Generic.KeyValuePair`2"];

    /// <summary>Says why a type is no plain object, if it is none.</summary>
    public static TypeProblem? Check(ITypeSymbol type)
    {
        var name = TypeRegistry.Short(type);
        if (type is IArrayTypeSymbol) return new($"'{name}' has more than one dimension");
        if (type is not INamedTypeSymbol named) return new($"'{name}' is no data");
        if (named.IsTupleType) return new($"'{name}' has fields alone, which JSON does not carry: use a record");
        if (named.Has(AttributeNames.JsonDerivedType) || named.Has(AttributeNames.JsonPolymorphic)) return new($"'{name}' declares derived types");
        if (PlainSystemTypes.Contains(named.MetadataName())) return null;
        if (named.AllInterfaces.Any(implemented => implemented.SpecialType == SpecialType.System_Collections_IEnumerable) || named.SpecialType == SpecialType.System_Collections_IEnumerable) return new($"'{name}' is a collection of a kind that the generator does not know");
        if (named.Is("System.Collections.Generic.IAsyncEnumerable`1")) return new($"'{name}' can only be what a method returns");
        var space = named.ContainingNamespace?.ToDisplayString() ?? "";
        return space == "System" || space.StartsWith("System.", StringComparison.Ordinal) ? new($"'{name}' is a type of the system that is no data") : null;
    }

    public TypeProblem? Read(Annotations annotations, out TypeModel? model)
    {
        model = null;
        var constructor = ConstructorReader.Find(type);
        var (properties, problem) = new PropertyReader(types, type, constructor).Read();
        if (problem is not null) return problem;
        if (ConstructorReader.Read(type, constructor, types, properties, out var constructorModel) is { } constructorProblem) return constructorProblem;
        var numbers = type.Attribute(AttributeNames.JsonNumberHandling).Argument<int?>();
        var members = new ObjectModel(
            constructorModel,
            properties.ToEquatableArray(),
            numbers,
            type.Attribute(AttributeNames.JsonObjectCreationHandling).Argument<int?>(),
            type.Attribute(AttributeNames.JsonUnmappedMemberHandling).Argument<int?>() == 1);
        model = new(type.CSharpName(), TypeShape.Object, type.IsValueType, annotations, Members: members);
        return PropertyReader.CheckNumberHandling(type, numbers);
    }
}
