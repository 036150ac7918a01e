using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Websopy.SemanticKernel.ToolGenerator.Schema;

namespace Websopy.SemanticKernel.ToolGenerator.Parsing;

/// <summary>Writes the default of a parameter as C# and as JSON.</summary>
internal static class DefaultReader
{
    /// <summary>The C# expression of a default.</summary>
    public static string Expression(ITypeSymbol type, object? value)
    {
        var name = type.CSharpName();
        if (value is null) return $"default({name})";
        var literal = value switch
        {
            double.NaN => "double.NaN",
            double.PositiveInfinity => "double.PositiveInfinity",
            double.NegativeInfinity => "double.NegativeInfinity",
            float.NaN => "float.NaN",
            float.PositiveInfinity => "float.PositiveInfinity",
            float.NegativeInfinity => "float.NegativeInfinity",
            decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
            double number => number.ToString("R", CultureInfo.InvariantCulture) + "d",
            float number => number.ToString("R", CultureInfo.InvariantCulture) + "f",
            _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false),
        };
        return $"({name})({literal})";
    }

    /// <summary>The JSON of a default; <see langword="null"/> where it has none, such as not a number.</summary>
    public static string? Json(ITypeSymbol type, object? value)
    {
        var isNullable = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        if (value is null) return type.IsReferenceType || isNullable ? "null" : OfDefault(type);
        var underlying = isNullable ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        return underlying is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration ? OfEnum(enumeration, value) : JsonText.Literal(value);
    }

    private static string? OfDefault(ITypeSymbol type) => type.TypeKind == TypeKind.Enum ? OfEnum((INamedTypeSymbol)type, 0) : type.MetadataName() switch
    {
        "System.DateTime" => "\"0001-01-01T00:00:00\"",
        "System.DateTimeOffset" => "\"0001-01-01T00:00:00+00:00\"",
        "System.DateOnly" => "\"0001-01-01\"",
        "System.TimeOnly" or "System.TimeSpan" => "\"00:00:00\"",
        "System.Guid" => "\"00000000-0000-0000-0000-000000000000\"",
        "System.Boolean" => "false",
        "System.Char" => "\"\\u0000\"",
        "System.Memory`1" or "System.ReadOnlyMemory`1" when ValueTypes.Find(type) is not null => "\"\"",
        "System.Half" or "System.Int128" or "System.UInt128" => "0",
        _ when type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double => "0",
        _ => null,
    };

    private static string OfEnum(INamedTypeSymbol type, object value)
    {
        var bits = EnumReader.Bits(value);
        var names = EnumReader.Read(type, Model.Annotations.None).EnumNames;
        if (names.FirstOrDefault(name => name.Value == bits) is { } single) return JsonText.String(single.Name);
        if (!type.Has("System.FlagsAttribute")) return value.ToString();
        var parts = new List<string>();
        var rest = bits;
        foreach (var name in names.Reverse())
        {
            if (name.Value == 0 || (rest & name.Value) != name.Value) continue;
            parts.Insert(0, name.Name);
            rest &= ~name.Value;
        }

        return rest == 0 && parts.Count > 0 ? JsonText.String(string.Join(", ", parts)) : value.ToString();
    }
}
