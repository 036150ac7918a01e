using Websopy.SemanticKernel.ToolGenerator.Model;

namespace Websopy.SemanticKernel.ToolGenerator.Emission;

/// <summary>Writes the declarations of the tools, and a method for each that binds, calls and returns.</summary>
internal static class ToolEmitter
{
    public static void Emit(SourceWriter source, ToolSetModel set)
    {
        source.Open("private static class GeneratedTools")
            .Line($"internal static readonly {Names.Tools}ToolDeclaration[] All = Create();")
            .Line()
            .Open($"private static {Names.Tools}ToolDeclaration[] Create()")
            .Line($"global::System.Func<{Names.Tools}ToolTypes> types = GeneratedTypes.Get;")
            .Open($"return new {Names.Tools}ToolDeclaration[]");
        for (var i = 0; i < set.Tools.Count; i++) EmitDeclaration(source, set, set.Tools[i], i);
        source.Close(";").Close();
        for (var i = 0; i < set.Tools.Count; i++) EmitInvoker(source.Line(), set, set.Tools[i], i);
        source.Close();
    }

    private static void EmitDeclaration(SourceWriter source, ToolSetModel set, ToolModel tool, int index)
    {
        source.Line($"new {Names.Tools}ToolDeclaration(")
            .Line($"    {Names.Literal(tool.Name)},")
            .Line($"    {Names.Literal(tool.Description)},")
            .Line($"    {Schema(tool.Schema, tool.SchemaParts)},")
            .Line($"    {ResultSchema(tool)},")
            .Line("    types,")
            .Line($"    new {Names.Tools}ToolInvoker({InvokerName(tool, index)}))")
            .Line("{");
        if (set.Strict) source.Line("    Strict = true,");
        if (set.JsonContext is not null) source.Line("    HasContext = true,");
        if (set.HasKernel)
        {
            var types = tool.Parameters.Where(parameter => parameter.Kind == ParameterKind.Argument).Select(parameter => $"typeof({parameter.Type})");
            source.Line($"    ParameterTypes = static () => new global::System.Type[] {{ {string.Join(", ", types)} }},");
            if (tool.Result.Type is not null) source.Line($"    ResultType = typeof({ResultType(tool.Result)}),");
        }

        source.Line("},");
    }

    private static string ResultType(ResultModel result) => result.Kind == ResultKind.Sequence ? $"global::System.Collections.Generic.IAsyncEnumerable<{result.Type}>" : result.Type!;

    private static string Schema(string json, EquatableArray<SchemaPart> parts)
    {
        if (parts.Count == 0) return Names.Literal(json);
        var described = parts.Select(part => $"({Names.Literal(part.Property)}, static () => GeneratedTypes.Get().GetTypeInfo(typeof({part.Type})), {Names.Bool(part.IsNullable)})");
        return $"new {Names.Tools}ToolSchema({Names.Literal(json)}, {string.Join(", ", described)})";
    }

    private static string ResultSchema(ToolModel tool) => tool switch
    {
        { ResultSchema: null } => "null",
        { ResultSchemaType: { } type } => Schema(tool.ResultSchema, new([new SchemaPart("", type, IsNullable: false)])),
        _ => Names.Literal(tool.ResultSchema),
    };

    private static void EmitInvoker(SourceWriter source, ToolSetModel set, ToolModel tool, int index)
    {
        var target = tool.IsStatic ? tool.DeclaringType : $"call.Target<{tool.DeclaringType}>()";
        var call = $"{target}.{tool.MethodName}({string.Join(", ", tool.Parameters.Select(parameter => Value(parameter, tool)))})";
        source.Open($"private static global::System.Threading.Tasks.ValueTask<object?> {InvokerName(tool, index)}(in {Names.Tools}ToolCall call)");
        if (tool.Result.Kind == ResultKind.None) source.Line(call + ";").Line($"return {Names.Tools}ToolCall.Return();");
        else source.Line($"return {Return(set, tool.Result, call)};");
        source.Close();
    }

    private static string InvokerName(ToolModel tool, int index) => $"{tool.MethodName.TrimStart('@')}_{index}";

    private static string Return(ToolSetModel set, ResultModel result, string call) => result.Kind switch
    {
        ResultKind.Task => $"{Names.Tools}ToolCall.ReturnAsync({call})",
        ResultKind.TaskOfValue => $"call.Return{Plain(set, result)}Async<{result.Type}>({call})",
        ResultKind.KernelResult => $"{Names.KernelToolCall}.ReturnAsync(in call, {call})",
        ResultKind.Sequence => $"call.ReturnAllAsync<{result.Type}>({call})",
        _ => $"call.Return{Plain(set, result)}<{result.Type}>({call})",
    };

    /// <summary>Whether the runtime writes the result without the serializer: not where a context describes its type.</summary>
    private static string Plain(ToolSetModel set, ResultModel result) =>
        result.Type is "string" or "bool" or "int" or "long" && !set.ContextTypes.Contains(result.Type) ? "Plain" : "";

    private static string Value(ParameterModel parameter, ToolModel tool)
    {
        var (name, type) = (Names.Literal(parameter.Name), parameter.Type);
        var key = parameter.Key ?? "null";
        const string kernel = Names.KernelToolCall + ".Kernel(in call)";
        return parameter.Kind switch
        {
            ParameterKind.Argument => parameter.Default is null ? $"call.Argument<{type}>({name})" : $"call.Optional<{type}>({name}, {parameter.Default})",
            ParameterKind.CancellationToken => "call.CancellationToken",
            ParameterKind.Services => $"call.Services({name}, {Names.Bool(parameter.Default is not null)})",
            ParameterKind.Arguments => "call.Arguments",
            ParameterKind.KeyedService => parameter.Default is null ? $"call.KeyedService<{type}>({name}, {key})" : $"call.OptionalKeyedService<{type}>({key}, {parameter.Default})",
            ParameterKind.Kernel => kernel,
            ParameterKind.KernelArguments => $"{Names.KernelToolCall}.KernelArguments(in call)",
            ParameterKind.KernelFunction => $"{Names.KernelToolCall}.KernelFunction(in call, {name})",
            ParameterKind.KernelService => parameter.Default is null
                ? $"{Names.KernelToolCall}.KernelService<{type}>(in call, {name}, {key})"
                : $"{Names.KernelToolCall}.OptionalKernelService<{type}>(in call, {key}, {parameter.Default})",
            ParameterKind.LoggerFactory => $"{kernel}.LoggerFactory",
            ParameterKind.Logger => $"global::Microsoft.Extensions.Logging.LoggerFactoryExtensions.CreateLogger({kernel}.LoggerFactory, typeof({tool.DeclaringType}))",
            ParameterKind.ServiceSelector => $"{kernel}.ServiceSelector",
            _ => $"{kernel}.Culture",
        };
    }
}
