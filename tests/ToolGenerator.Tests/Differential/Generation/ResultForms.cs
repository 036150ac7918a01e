namespace Websopy.SemanticKernel.ToolGenerator.Tests.Differential;

/// <summary>Writes a method whose first parameter is called <c>value</c>: it shows its arguments and gives that one back, in one of many ways.</summary>
internal static class ResultForms
{
    public static IReadOnlyList<Func<string, string, string, string>> All { get; } =
        [Value, Task, ValueTask, Completed, Sequence, Object, Nothing, NoTask, NoValueTask, Static];

    public static string Value(string name, string type, string parameters) =>
        Method($"{type} {name}({parameters})", parameters, "return value!;");

    public static string Task(string name, string type, string parameters) =>
        Method($"async Task<{type}> {name}({parameters})", parameters, "await Task.Yield();", "return value!;");

    public static string ValueTask(string name, string type, string parameters) =>
        Method($"async ValueTask<{type}> {name}({parameters})", parameters, "await Task.Yield();", "return value!;");

    private static string Completed(string name, string type, string parameters) =>
        Method($"ValueTask<{type}> {name}({parameters})", parameters, "return new(value!);");

    private static string Sequence(string name, string type, string parameters) =>
        Method($"async IAsyncEnumerable<{type}> {name}({parameters})", parameters, "await Task.Yield();", "yield return value!;", "yield return value!;");

    private static string Object(string name, string type, string parameters) =>
        Method($"object? {name}({parameters})", parameters, "return value;");

    private static string Nothing(string name, string type, string parameters) =>
        Method($"void {name}({parameters})", parameters);

    private static string NoTask(string name, string type, string parameters) =>
        Method($"async Task {name}({parameters})", parameters, "await Task.Yield();");

    private static string NoValueTask(string name, string type, string parameters) =>
        Method($"ValueTask {name}({parameters})", parameters, "return default;");

    private static string Static(string name, string type, string parameters) =>
        Method($"static Task<{type}> {name}({parameters})", parameters, "return Task.FromResult<" + type + ">(value!);");

    private static string Method(string signature, string parameters, params string[] statements)
    {
        var seen = parameters.Contains(" other", StringComparison.Ordinal) ? "value, other, cancellationToken" : "value";
        return $"    [Tool] public {signature}\n    {{\n        Probe.Saw({seen});\n{string.Concat(statements.Select(statement => $"        {statement}\n"))}    }}\n\n";
    }
}
