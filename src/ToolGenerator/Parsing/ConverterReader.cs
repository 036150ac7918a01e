using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.ToolGenerator.Schema;

namespace Websopy.SemanticKernel.ToolGenerator.Parsing;

/// <summary>A converter that an attribute names.</summary>
/// <param name="Expression">The C# expression that makes it.</param>
/// <param name="Schema">The schema of what it reads, or <see langword="null"/> for any value.</param>
/// <param name="Problem">Why it cannot be made.</param>
internal sealed record ConverterInfo(string? Expression, string? Schema = null, TypeProblem? Problem = null);

/// <summary>Reads the <c>[JsonConverter]</c> of a type or property.</summary>
internal static class ConverterReader
{
    private const string Serialization = "System.Text.Json.Serialization.";

    /// <summary>Reads the attribute.</summary>
    /// <param name="place">The type or property.</param>
    /// <param name="type">The type that is converted.</param>
    /// <param name="compilation">The compilation.</param>
    /// <returns>The converter; <see langword="null"/> where there is none, or where it does what is done anyway.</returns>
    public static ConverterInfo? Read(ISymbol place, ITypeSymbol type, Compilation compilation)
    {
        if (place.GetAttributes().FirstOrDefault(attribute => DerivesFrom(attribute.AttributeClass, AttributeNames.JsonConverter)) is not { } attribute) return null;
        if (attribute.Argument<ITypeSymbol>() is not INamedTypeSymbol converter) return new(null, Problem: new($"the converter of '{TypeRegistry.Short(type)}' is made by its attribute"));
        if (converter.IsUnboundGenericType) return new(null, Problem: new($"the converter of '{TypeRegistry.Short(type)}' is generic"));
        var isEnum = (type.NullableArgument() ?? type).TypeKind == TypeKind.Enum;
        if (isEnum && converter.MetadataName() is Serialization + "JsonStringEnumConverter" or Serialization + "JsonStringEnumConverter`1") return null;
        if (type.NullableArgument() is not null && !Converts(converter, type)) return new(null, Problem: new($"the converter of '{TypeRegistry.Short(type)}' is for the type inside the nullable"));
        if (!converter.CanBeNamed(compilation) || converter.IsAbstract || !converter.InstanceConstructors.Any(constructor => constructor.Parameters.Length == 0 && compilation.IsSymbolAccessibleWithin(constructor, compilation.Assembly)))
        {
            return new(null, Problem: new($"generated code cannot make the converter of '{TypeRegistry.Short(type)}'"));
        }

        var made = $"new {converter.CSharpName()}()";
        return DerivesFrom(converter, Serialization + "JsonConverterFactory")
            ? new($"{made}.CreateConverter(typeof({type.CSharpName()}), options)!", IsNumbers(converter) ? ValueSchemas.Integer : null)
            : new(made);
    }

    private static bool IsNumbers(INamedTypeSymbol converter) => converter.Is(Serialization + "JsonNumberEnumConverter`1");

    private static ITypeSymbol? NullableArgument(this ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? ((INamedTypeSymbol)type).TypeArguments[0] : null;

    private static bool Converts(INamedTypeSymbol converter, ITypeSymbol type)
    {
        for (var current = converter; current is not null; current = current.BaseType)
        {
            if (current.Is(Serialization + "JsonConverter`1")) return SymbolEqualityComparer.Default.Equals(current.TypeArguments[0], type);
        }

        return false;
    }

    private static bool DerivesFrom(INamedTypeSymbol? type, string metadataName)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Is(metadataName)) return true;
        }

        return false;
    }
}
