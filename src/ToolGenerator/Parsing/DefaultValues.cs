using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.ToolGenerator.Parsing;

/// <summary>A default.</summary>
/// <param name="Value">Its value, which may be null.</param>
internal sealed record FoundDefault(object? Value);

/// <summary>The default of a parameter: <c>[DefaultValue]</c> goes before that of the language.</summary>
internal static class DefaultValues
{
    public static FoundDefault? Find(IParameterSymbol parameter)
    {
        if (parameter.InheritedAttribute(AttributeNames.DefaultValue) is { } attribute) return new(Value(attribute) is { IsNull: false } constant ? constant.Value : null);
        return parameter.HasExplicitDefaultValue ? new(parameter.ExplicitDefaultValue) : parameter.IsOptional ? new((object?)null) : null;
    }

    /// <summary>Whether the attribute's value is of the parameter's type. A value for a text to be converted is not.</summary>
    public static bool Fits(AttributeData attribute, ITypeSymbol type)
    {
        if (Value(attribute) is not { } constant) return false;
        var underlying = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        if (constant.IsNull || (type.SpecialType == SpecialType.System_Object && constant.Kind == TypedConstantKind.Primitive)) return true;
        return constant.Kind != TypedConstantKind.Array && SymbolEqualityComparer.Default.Equals(constant.Type, underlying);
    }

    public static string TypeName(AttributeData attribute) =>
        Value(attribute)?.Type is { } type ? TypeRegistry.Short(type) : attribute.Argument<ITypeSymbol>() is { } converted ? "text converted to " + TypeRegistry.Short(converted) : "null";

    private static TypedConstant? Value(AttributeData attribute) =>
        attribute.ConstructorArguments.Length == 1 ? attribute.ConstructorArguments[0] : null;
}
