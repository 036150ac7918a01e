using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.ToolGenerator.Parsing;

/// <summary>Short questions to symbols.</summary>
internal static class SymbolExtensions
{
    private static readonly SymbolDisplayFormat MetadataFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>The name with <c>global::</c>, as generated code writes it: without annotations of references, with <c>object</c> for <c>dynamic</c>.</summary>
    public static string CSharpName(this ITypeSymbol type) => type switch
    {
        { TypeKind: Microsoft.CodeAnalysis.TypeKind.Dynamic } => "object",
        { SpecialType: SpecialType.System_String } => "string", // what tools have most: writing names out is slow
        { SpecialType: SpecialType.System_Int32 } => "int",
        { SpecialType: SpecialType.System_Boolean } => "bool",
        { SpecialType: SpecialType.System_Double } => "double",
        _ => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat).Replace("dynamic", "object"),
    };

    /// <summary>The namespaces and names of a type, with the count of its type parameters: <c>System.Collections.Generic.List`1</c>.</summary>
    public static string MetadataName(this ITypeSymbol type) =>
        type.OriginalDefinition is INamedTypeSymbol named ? Qualified(named.ContainingSymbol, named.MetadataName) : type.ToDisplayString(MetadataFormat);

    /// <summary>Whether a type has such a name. It is compared part by part from its end, as nearly all questions are answered by the last one.</summary>
    public static bool Is(this ITypeSymbol? type, string metadataName)
    {
        if (type?.OriginalDefinition is not INamedTypeSymbol named) return false;
        var end = metadataName.Length;
        if (!EndsWith(metadataName, named.MetadataName, ref end)) return false;
        for (var part = Named(named.ContainingSymbol); part is not null; part = Named(part.ContainingSymbol))
        {
            if (end == 0 || metadataName[--end] != '.' || !EndsWith(metadataName, part.Name, ref end)) return false;
        }

        return end == 0;
    }

    public static AttributeData? Attribute(this ISymbol symbol, string metadataName)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass.Is(metadataName)) return attribute;
        }

        return null;
    }

    public static bool Has(this ISymbol symbol, string metadataName) => symbol.Attribute(metadataName) is not null;

    /// <summary>An attribute of a method or property, or of the one that it overrides.</summary>
    public static AttributeData? InheritedAttribute(this ISymbol symbol, string metadataName)
    {
        for (var current = symbol; current is not null; current = current.Overridden())
        {
            if (current.Attribute(metadataName) is { } attribute) return attribute;
        }

        return null;
    }

    public static ISymbol? Overridden(this ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        INamedTypeSymbol type => type.BaseType,
        IParameterSymbol { ContainingSymbol: IMethodSymbol { OverriddenMethod: { } overridden } } parameter => overridden.Parameters[parameter.Ordinal],
        _ => null,
    };

    /// <summary>The first argument of an attribute's constructor, if it is a <typeparamref name="T"/>.</summary>
    public static T? Argument<T>(this AttributeData? attribute, int index = 0) =>
        attribute is not null && attribute.ConstructorArguments.Length > index && attribute.ConstructorArguments[index] is { Kind: not TypedConstantKind.Array, Value: T value } ? value : default;

    public static T? NamedArgument<T>(this AttributeData? attribute, string name) =>
        attribute is not null && attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value is { Kind: not (TypedConstantKind.Array or TypedConstantKind.Error), Value: T value } ? value : default;

    /// <summary>The class and its base classes, without <c>object</c> and <c>ValueType</c>; an interface and the interfaces that it extends.</summary>
    public static IEnumerable<INamedTypeSymbol> Hierarchy(this INamedTypeSymbol type)
    {
        for (var current = type; current is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; current = current.BaseType) yield return current;
        if (type.TypeKind != Microsoft.CodeAnalysis.TypeKind.Interface) yield break;
        foreach (var extended in type.AllInterfaces) yield return extended;
    }

    /// <summary>Whether the type, and all that its name mentions, can be named in generated code of the assembly.</summary>
    public static bool CanBeNamed(this ITypeSymbol type, Compilation compilation) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.CanBeNamed(compilation),
        INamedTypeSymbol named => !named.IsFileLocal && !named.IsAnonymousType
            && compilation.IsSymbolAccessibleWithin(named, compilation.Assembly)
            && named.TypeArguments.All(argument => argument.CanBeNamed(compilation))
            && (named.ContainingType is null || named.ContainingType.CanBeNamed(compilation)),
        _ => type.TypeKind == Microsoft.CodeAnalysis.TypeKind.Dynamic,
    };

    /// <summary>Whether null is among the values of a type whose annotation says nothing, or says so.</summary>
    public static bool MayBeNull(this ITypeSymbol type, NullableAnnotation annotation) =>
        type.IsReferenceType ? annotation != NullableAnnotation.NotAnnotated : type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static string Qualified(ISymbol? container, string name) => Named(container) is { } part ? Qualified(part.ContainingSymbol, part.Name + "." + name) : name;

    /// <summary>The class or namespace around a type, if it is part of the name.</summary>
    private static ISymbol? Named(ISymbol? container) => container is INamedTypeSymbol or INamespaceSymbol { IsGlobalNamespace: false } ? container : null;

    private static bool EndsWith(string name, string part, ref int end)
    {
        end -= part.Length;
        return end >= 0 && string.CompareOrdinal(name, end, part, 0, part.Length) == 0;
    }
}
