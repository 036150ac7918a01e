using System.Globalization;
using Websopy.SemanticKernel.ToolGenerator.Model;

namespace Websopy.SemanticKernel.ToolGenerator.Schema;

/// <summary>Shows attributes in a schema, each as Microsoft.Extensions.AI does, and what an earlier one has said stays.</summary>
internal static class AnnotationWriter
{
    public static void Write(Annotations annotations, SchemaNode schema)
    {
        if (annotations.Title is not null) schema.AddIfMissing("title", JsonText.String(annotations.Title));
        if (annotations.IsEmail) schema.AddIfMissing("format", "\"email\"");
        if (annotations.IsUrl) schema.AddIfMissing("format", "\"uri\"");
        if (annotations.Pattern is not null) schema.AddIfMissing("pattern", JsonText.String(annotations.Pattern));
        if (annotations.StringLength is { } text) WriteLength(schema, "Length", text);
        if (annotations.MinLength is { } minimum) schema.AddIfMissing("min" + Unit(schema), Number(minimum));
        if (annotations.MaxLength is { } maximum) schema.AddIfMissing("max" + Unit(schema), Number(maximum));
        if (annotations.Range is { } range) WriteRange(schema, range);
        if (annotations.IsBase64) schema.AddIfMissing("contentEncoding", "\"base64\"");
        if (annotations.Length is { } length) WriteLength(schema, Unit(schema), length);
        if (annotations.Allowed is { Count: > 0 } allowed) schema.AddIfMissing("enum", JsonText.Array(allowed));
        if (annotations.Denied is { Count: > 0 } denied) schema.AddIfMissing("not", "{\"enum\":" + JsonText.Array(denied) + "}");
        if (annotations.DataType is { } type) WriteDataType(schema, type);

        // An attribute that has nothing to say here still makes an object of "any value".
        schema.IsObject |= annotations != Annotations.None with { Description = annotations.Description, IsRequired = annotations.IsRequired };
    }

    private static string Unit(SchemaNode schema) => schema.Types.FirstOrDefault(type => type != "null") == "string" ? "Length" : "Items";

    private static void WriteLength(SchemaNode schema, string unit, LengthLimit limit)
    {
        if (limit.Minimum > 0) schema.AddIfMissing("min" + unit, Number(limit.Minimum));
        schema.AddIfMissing("max" + unit, Number(limit.Maximum));
    }

    private static void WriteRange(SchemaNode schema, RangeLimit range)
    {
        if (range.Minimum is not null) schema.AddIfMissing(range.MinimumIsExclusive ? "exclusiveMinimum" : "minimum", range.Minimum);
        if (range.Maximum is not null) schema.AddIfMissing(range.MaximumIsExclusive ? "exclusiveMaximum" : "maximum", range.Maximum);
    }

    /// <summary>The numbers are those of <c>System.ComponentModel.DataAnnotations.DataType</c>.</summary>
    private static void WriteDataType(SchemaNode schema, int type)
    {
        var format = type switch
        {
            1 => "date-time",
            2 => "date",
            3 => "time",
            10 => "email",
            12 or 13 => "uri",
            _ => null,
        };
        if (format is not null) schema.AddIfMissing("format", JsonText.String(format));
        if (type == 13) schema.AddIfMissing("contentMediaType", "\"image/*\"");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
