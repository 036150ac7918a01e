using Websopy.SemanticKernel.ToolGenerator.Model;

namespace Websopy.SemanticKernel.ToolGenerator.Emission;

/// <summary>Writes how the types of a tool set are read and written: what System.Text.Json's own generator would say of them.</summary>
internal static class TypesEmitter
{
    public static void Emit(SourceWriter source, ToolSetModel set)
    {
        var types = set.Types.Where(type => type.Create is not null || type.Members is not null).ToList();
        var resolver = types.Count > 0 ? "new GeneratedTypes()" : "null";
        var context = set.JsonContext is null ? "" : $", {set.JsonContext}.Default{string.Concat(set.ContextTypes.Select(type => $", typeof({type})"))}";
        source.Open($"private sealed class GeneratedTypes : {Names.Metadata}IJsonTypeInfoResolver")
            .Line($"private static readonly {Names.Tools}ToolTypes Instance = new {Names.Tools}ToolTypes({resolver}{context});")
            .Line()
            .Line($"internal static {Names.Tools}ToolTypes Get() => Instance;")
            .Line()
            .Open($"public {Names.Metadata}JsonTypeInfo? GetTypeInfo(global::System.Type type, {Names.Options} options)");
        for (var i = 0; i < types.Count; i++)
        {
            source.Line($"if (type == typeof({types[i].Name})) return {Description(types[i], i)};");
        }

        source.Line("return null;").Close();
        EmitCollection(source);
        for (var i = 0; i < types.Count; i++)
        {
            if (types[i].Members is not null) new ObjectEmitter(source, types[i], i).Emit();
        }

        source.Close();
    }

    private static string Description(TypeModel type, int index) => type.Shape switch
    {
        TypeShape.Object => $"Type{index}(options)",
        TypeShape.Collection or TypeShape.Dictionary => $"Collection({type.Create})",
        _ => type.Create!,
    };

    /// <summary>The serializer's factories say of every collection that its numbers are strict; here the options decide.</summary>
    private static void EmitCollection(SourceWriter source) => source.Line()
        .Open($"private static {Names.Metadata}JsonTypeInfo Collection({Names.Metadata}JsonTypeInfo info)")
        .Line("info.NumberHandling = null;")
        .Line("return info;")
        .Close();
}
