using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.ToolGenerator.Model;

namespace Websopy.SemanticKernel.ToolGenerator.Parsing;

/// <summary>Finds the constructor that the serializer uses.</summary>
internal static class ConstructorReader
{
    /// <summary>The constructor with the attribute, else a public one without parameters, else the only public one.</summary>
    /// <returns>The constructor; <see langword="null"/> where there is none, or where a struct needs none.</returns>
    public static IMethodSymbol? Find(INamedTypeSymbol type)
    {
        if (type.IsAbstract || type.TypeKind == TypeKind.Interface) return null;
        var constructors = type.InstanceConstructors;
        if (constructors.FirstOrDefault(constructor => constructor.Has(AttributeNames.JsonConstructor)) is { } chosen) return chosen;
        var open = constructors.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public).ToList();
        if (type.Is("System.Collections.Generic.KeyValuePair`2")) return open.First(constructor => constructor.Parameters.Length == 2);
        if (open.FirstOrDefault(constructor => constructor.Parameters.Length == 0) is { } empty) return empty.IsImplicitlyDeclared && type.IsValueType ? null : empty;
        return open.Count == 1 ? open[0] : null;
    }

    public static TypeProblem? Read(INamedTypeSymbol type, IMethodSymbol? constructor, TypeRegistry types, IReadOnlyList<PropertyModel> properties, out ConstructorModel? model)
    {
        model = null;
        if (constructor is null) return null;
        var requires = !constructor.Has(AttributeNames.SetsRequiredMembers) && type.Hierarchy().Any(HasRequiredMembers);
        var needsAccessor = requires || constructor.DeclaredAccessibility != Accessibility.Public;
        if (needsAccessor && type.IsGenericType) return new($"'{TypeRegistry.Short(type)}' is generic and has required members or a constructor that is not public");
        var parameters = new List<ConstructorParameter>();
        foreach (var parameter in constructor.Parameters)
        {
            if (parameter.RefKind != RefKind.None) return new($"the constructor of '{TypeRegistry.Short(type)}' takes '{parameter.Name}' by reference");
            var name = parameter.Type.CSharpName();
            if (!properties.Any(property => property.Type == name && string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)))
            {
                return new($"the parameter '{parameter.Name}' of the constructor of '{TypeRegistry.Short(type)}' has no property of the same name and type");
            }

            var value = parameter.HasExplicitDefaultValue ? DefaultReader.Expression(parameter.Type, parameter.ExplicitDefaultValue) : null;
            parameters.Add(new(parameter.Name, name, value, parameter.Type.MayBeNull(parameter.NullableAnnotation)));
        }

        model = new(parameters.ToEquatableArray(), needsAccessor);
        return null;
    }

    private static bool HasRequiredMembers(INamedTypeSymbol type) =>
        type.GetMembers().Any(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true });
}
