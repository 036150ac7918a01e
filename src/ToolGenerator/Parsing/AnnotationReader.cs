using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.ToolGenerator.Model;
using Websopy.SemanticKernel.ToolGenerator.Schema;

namespace Websopy.SemanticKernel.ToolGenerator.Parsing;

/// <summary>Reads the attributes that a schema shows.</summary>
internal static class AnnotationReader
{
    /// <summary>Reads the attributes of a parameter, property, field or type. Descriptions of types and members are attributes alone.</summary>
    public static Annotations Read(ISymbol symbol)
    {
        if (!HasAny(symbol)) return Annotations.None;
        return new Annotations
        {
            Description = (symbol is ITypeSymbol ? symbol.Attribute(AttributeNames.Description) : Find(symbol, AttributeNames.Description)).Argument<string>(),
            Title = Find(symbol, AttributeNames.DisplayName).Argument<string>(),
            IsEmail = Find(symbol, AttributeNames.EmailAddress) is not null,
            IsUrl = Find(symbol, AttributeNames.Url) is not null,
            Pattern = Find(symbol, AttributeNames.RegularExpression).Argument<string>(),
            StringLength = ReadStringLength(Find(symbol, AttributeNames.StringLength)),
            MinLength = Find(symbol, AttributeNames.MinLength).Argument<int?>(),
            MaxLength = ReadMaxLength(Find(symbol, AttributeNames.MaxLength)),
            Length = Find(symbol, AttributeNames.Length) is { } length ? new(length.Argument<int>(), length.Argument<int>(1)) : null,
            Range = ReadRange(Find(symbol, AttributeNames.Range)),
            IsBase64 = Find(symbol, AttributeNames.Base64String) is not null,
            Allowed = ReadValues(Find(symbol, AttributeNames.AllowedValues)),
            Denied = ReadValues(Find(symbol, AttributeNames.DeniedValues)),
            DataType = ReadDataType(symbol),
            IsRequired = Find(symbol, AttributeNames.Required) is not null,
        };
    }

    /// <summary>Parameters and types have the attributes of those that they override; reflection finds no others for a property.</summary>
    private static AttributeData? Find(ISymbol symbol, string metadataName) =>
        symbol is IPropertySymbol ? symbol.Attribute(metadataName) : symbol.InheritedAttribute(metadataName);

    private static bool HasAny(ISymbol symbol)
    {
        for (var current = symbol; current is not null; current = current.Overridden())
        {
            if (current.GetAttributes().Length > 0) return true;
        }

        return false;
    }

    private static LengthLimit? ReadStringLength(AttributeData? attribute) =>
        attribute is null ? null : new(attribute.NamedArgument<int>("MinimumLength"), attribute.Argument<int>());

    /// <summary>Without a number the attribute means any length, which it keeps as -1.</summary>
    private static int? ReadMaxLength(AttributeData? attribute) => attribute is null ? null : attribute.Argument<int?>() ?? -1;

    private static RangeLimit? ReadRange(AttributeData? attribute)
    {
        if (attribute is null) return null;
        var typed = attribute.ConstructorArguments.Length == 3 ? 1 : 0; // a type before the limits
        var (first, second) = (attribute.Argument<object>(typed), attribute.Argument<object>(typed + 1));
        if (first is null || second is null) return null; // still being typed
        var exclusive = attribute.NamedArgument<bool>("MinimumIsExclusive");

        // Microsoft.Extensions.AI leaves out an exclusive minimum that is not above zero.
        var shown = !exclusive || first is string || (first is int number && number > 0) || (first is double real && real > 0);
        return new(shown ? JsonText.Literal(first) : null, JsonText.Literal(second), exclusive, attribute.NamedArgument<bool>("MaximumIsExclusive"));
    }

    private static EquatableArray<string>? ReadValues(AttributeData? attribute)
    {
        if (attribute is null || attribute.ConstructorArguments.Length == 0 || attribute.ConstructorArguments[0] is not { Kind: TypedConstantKind.Array, IsNull: false } values) return null;
        return values.Values.Where(value => !value.IsNull && value.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum)
            .Select(value => DefaultReader.Json(value.Type!, value.Value)).OfType<string>().ToEquatableArray();
    }

    private static int? ReadDataType(ISymbol symbol)
    {
        if (Find(symbol, AttributeNames.DataType) is { } attribute) return attribute.Argument<int?>();
        const int email = 10;
        const int url = 12;
        if (Find(symbol, AttributeNames.EmailAddress) is not null) return email; // these derive from DataTypeAttribute
        return Find(symbol, AttributeNames.Url) is not null ? url : null;
    }
}
