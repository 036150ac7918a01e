using System.Globalization;
using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.ToolGenerator.Model;

namespace Websopy.SemanticKernel.ToolGenerator.Parsing;

/// <summary>Reads an enum: it is written by its names, and read by name or number.</summary>
internal static class EnumReader
{
    public static TypeModel Read(INamedTypeSymbol type, Annotations annotations)
    {
        var name = type.CSharpName();
        var names = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue)
            .Select(field => new EnumName(field.Attribute(AttributeNames.JsonStringEnumMemberName).Argument<string>() ?? field.Name, Bits(field.ConstantValue!)))
            .OrderBy(entry => unchecked((ulong)entry.Value)); // as Enum.GetNames has them
        const string converter = "global::System.Text.Json.Serialization.JsonStringEnumConverter";
        return new(name, TypeShape.Enum, true, annotations, EnumNames: names.ToEquatableArray(), IsFlags: type.Has("System.FlagsAttribute"),
            Create: $"global::System.Text.Json.Serialization.Metadata.JsonMetadataServices.CreateValueInfo<{name}>(options, new {converter}<{name}>().CreateConverter(typeof({name}), options))");
    }

    /// <summary>A value of any of the underlying types, as its bits.</summary>
    public static long Bits(object value) => value is ulong large ? unchecked((long)large) : Convert.ToInt64(value, CultureInfo.InvariantCulture);
}
