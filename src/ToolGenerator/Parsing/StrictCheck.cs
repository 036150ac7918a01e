using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.ToolGenerator.Diagnostics;
using Websopy.SemanticKernel.ToolGenerator.Model;

namespace Websopy.SemanticKernel.ToolGenerator.Parsing;

/// <summary>Looks for arguments whose schema would not name every property, which the strict mode does not allow.</summary>
internal static class StrictCheck
{
    /// <summary>Takes out the tools with such arguments, and says why.</summary>
    public static void Run(List<(ToolModel Model, IMethodSymbol Method)> tools, IReadOnlyDictionary<string, TypeModel> types, DiagnosticSink diagnostics) =>
        tools.RemoveAll(tool => !IsClosed(tool.Model, tool.Method, types, diagnostics));

    private static bool IsClosed(ToolModel tool, IMethodSymbol method, IReadOnlyDictionary<string, TypeModel> types, DiagnosticSink diagnostics)
    {
        var isClosed = true;
        for (var i = 0; i < tool.Parameters.Count; i++)
        {
            if (tool.Parameters[i].Kind != ParameterKind.Argument || FindOpen(tool.Parameters[i].Type, types, []) is not { } open) continue;
            isClosed = diagnostics.Fail(DiagnosticCatalog.StrictOpenType, method.Parameters[i], method.Parameters[i].Name, method.Name, open.Replace("global::", ""));
        }

        return isClosed;
    }

    private static string? FindOpen(string name, IReadOnlyDictionary<string, TypeModel> types, HashSet<string> visited)
    {
        if (!visited.Add(name)) return null;
        var type = types[name];
        return type.Shape switch
        {
            TypeShape.Dictionary or TypeShape.External or TypeShape.Converter => name,
            TypeShape.Value => type.Schema is null or Schema.ValueSchemas.Object or Schema.ValueSchemas.Array ? name : null,
            TypeShape.Object => type.Members!.Properties.Select(property => property.IsExtensionData ? name : FindOpen(property.Type, types, visited)).FirstOrDefault(open => open is not null),
            _ => type.Element is null ? null : FindOpen(type.Element, types, visited),
        };
    }
}
