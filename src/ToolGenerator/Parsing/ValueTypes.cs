using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.ToolGenerator.Schema;

namespace Websopy.SemanticKernel.ToolGenerator.Parsing;

/// <summary>The types that the serializer has a converter for: their schema, and the name of the converter in <c>JsonMetadataServices</c>.</summary>
internal static class ValueTypes
{
    private static readonly Dictionary<string, (string? Schema, string Converter)> Types = new()
    {
        ["System.String"] = (ValueSchemas.String, "StringConverter"),
        ["System.Char"] = (ValueSchemas.Character, "CharConverter"),
        ["System.Boolean"] = (ValueSchemas.Boolean, "BooleanConverter"),
        ["System.SByte"] = (ValueSchemas.Integer, "SByteConverter"),
        ["System.Byte"] = (ValueSchemas.Integer, "ByteConverter"),
        ["System.Int16"] = (ValueSchemas.Integer, "Int16Converter"),
        ["System.UInt16"] = (ValueSchemas.Integer, "UInt16Converter"),
        ["System.Int32"] = (ValueSchemas.Integer, "Int32Converter"),
        ["System.UInt32"] = (ValueSchemas.Integer, "UInt32Converter"),
        ["System.Int64"] = (ValueSchemas.Integer, "Int64Converter"),
        ["System.UInt64"] = (ValueSchemas.Integer, "UInt64Converter"),
        ["System.Int128"] = (ValueSchemas.Integer, "Int128Converter"),
        ["System.UInt128"] = (ValueSchemas.Integer, "UInt128Converter"),
        ["System.Half"] = (ValueSchemas.Number, "HalfConverter"),
        ["System.Single"] = (ValueSchemas.Number, "SingleConverter"),
        ["System.Double"] = (ValueSchemas.Number, "DoubleConverter"),
        ["System.Decimal"] = (ValueSchemas.Number, "DecimalConverter"),
        ["System.DateTime"] = (ValueSchemas.DateTime, "DateTimeConverter"),
        ["System.DateTimeOffset"] = (ValueSchemas.DateTime, "DateTimeOffsetConverter"),
        ["System.DateOnly"] = (ValueSchemas.Date, "DateOnlyConverter"),
        ["System.TimeOnly"] = (ValueSchemas.Time, "TimeOnlyConverter"),
        ["System.TimeSpan"] = (ValueSchemas.TimeSpan, "TimeSpanConverter"),
        ["System.Guid"] = (ValueSchemas.Guid, "GuidConverter"),
        ["System.Uri"] = (ValueSchemas.Uri, "UriConverter"),
        ["System.Version"] = (ValueSchemas.Version, "VersionConverter"),
        ["System.Object"] = (null, "ObjectConverter"),
        ["System.Text.Json.JsonElement"] = (null, "JsonElementConverter"),
        ["System.Text.Json.JsonDocument"] = (null, "JsonDocumentConverter"),
        ["System.Text.Json.Nodes.JsonNode"] = (null, "JsonNodeConverter"),
        ["System.Text.Json.Nodes.JsonValue"] = (null, "JsonValueConverter"),
        ["System.Text.Json.Nodes.JsonObject"] = (ValueSchemas.Object, "JsonObjectConverter"),
        ["System.Text.Json.Nodes.JsonArray"] = (ValueSchemas.Array, "JsonArrayConverter"),
    };

    public static (string? Schema, string Converter)? Find(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Byte } => (ValueSchemas.String, "ByteArrayConverter"),
        INamedTypeSymbol { Arity: 1 } memory when IsByte(memory, "System.Memory`1") => (ValueSchemas.String, "MemoryByteConverter"),
        INamedTypeSymbol { Arity: 1 } memory when IsByte(memory, "System.ReadOnlyMemory`1") => (ValueSchemas.String, "ReadOnlyMemoryByteConverter"),
        INamedTypeSymbol { Arity: 0 } when Types.TryGetValue(type.MetadataName(), out var found) => found,
        _ when type.TypeKind == Microsoft.CodeAnalysis.TypeKind.Dynamic => (null, "ObjectConverter"),
        _ => null,
    };

    private static bool IsByte(INamedTypeSymbol memory, string name) =>
        memory.TypeArguments[0].SpecialType == SpecialType.System_Byte && memory.Is(name);
}
