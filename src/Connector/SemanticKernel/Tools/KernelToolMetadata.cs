using System.Text.Json;
using Microsoft.SemanticKernel;
using Websopy.SemanticKernel.Tools;

namespace Websopy.SemanticKernel.KernelConnector.Tools;

/// <summary>Reads what Semantic Kernel is told of a tool from the tool's schema.</summary>
internal static class KernelToolMetadata
{
    public static IReadOnlyList<KernelParameterMetadata> Parameters(ToolDeclaration declaration)
    {
        var types = declaration.ParameterTypes?.Invoke() ?? [];
        var required = declaration.Schema.TryGetProperty("required", out var names)
            ? names.EnumerateArray().Select(name => name.GetString()).ToHashSet(StringComparer.Ordinal)
            : [];
        return declaration.Schema.GetProperty("properties").EnumerateObject()
            .Select((property, index) => Parameter(declaration, property, types[index], required.Contains(property.Name)))
            .ToList();
    }

    public static KernelReturnParameterMetadata Result(ToolDeclaration declaration)
    {
        var result = new KernelReturnParameterMetadata(declaration.Types.Options) { ParameterType = declaration.ResultType ?? typeof(void) };
        if (declaration.ResultSchema is { } schema)
        {
            result.Description = Description(schema);
            result.Schema = KernelJsonSchema.Parse(schema.GetRawText());
        }

        return result;
    }

    private static KernelParameterMetadata Parameter(ToolDeclaration declaration, JsonProperty property, Type type, bool required) =>
        new(property.Name, declaration.Types.Options)
        {
            Description = Description(property.Value),
            DefaultValue = property.Value.ValueKind == JsonValueKind.Object && property.Value.TryGetProperty("default", out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null,
            IsRequired = required,
            ParameterType = type,
            Schema = KernelJsonSchema.Parse(property.Value.GetRawText()),
        };

    private static string? Description(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("description", out var description) ? description.GetString() : null;
}
