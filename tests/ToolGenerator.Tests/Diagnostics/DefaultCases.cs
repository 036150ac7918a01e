namespace Websopy.SemanticKernel.ToolGenerator.Tests.Diagnostics;

internal static class DefaultCases
{
    public static IReadOnlyList<DiagnosticCase> All { get; } =
    [
        new("WSK021", "required, with a default of each kind", """
            [ToolSet] public class Shop
            {
                [Tool] public string First([Required] int [|limit|] = 10) => "";
                [Tool] public string Second([Required, DefaultValue(10)] int [|limit|]) => "";
            }
            """,
            "The parameter 'limit' of 'First' is [Required] and has a default: the schema tells models to send it always, and the default is never used",
            "The parameter 'limit' of 'Second' is [Required] and has a default: the schema tells models to send it always, and the default is never used"),
        new("WSK021", "one or the other", """
            [ToolSet] public class Shop { [Tool] public string Find([Required] string name, int limit = 10) => ""; }
            """),
        new("WSK022", "values of other types", """
            [ToolSet] public class Shop
            {
                [Tool] public string First([DefaultValue("10")] int [|limit|]) => "";
                [Tool] public string Second([DefaultValue(10)] long [|limit|]) => "";
                [Tool] public string Third([DefaultValue(typeof(Guid), "1")] Guid [|id|]) => "";
            }
            """,
            "The [DefaultValue] of the parameter 'limit' of 'First' is of the type 'string', and the parameter of the type 'int'",
            "The [DefaultValue] of the parameter 'limit' of 'Second' is of the type 'int', and the parameter of the type 'long'",
            "The [DefaultValue] of the parameter 'id' of 'Third' is of the type 'text converted to Guid', and the parameter of the type 'Guid'"),
        new("WSK022", "values of the type", """
            [ToolSet] public class Shop
            {
                [Tool] public string Find([DefaultValue(10)] int limit, [DefaultValue(10)] int? other, [DefaultValue(DayOfWeek.Friday)] DayOfWeek day, [DefaultValue("a")] string text, [DefaultValue(null)] string? none) => "";
            }
            """),
        new("WSK023", "defaults in the strict mode", """
            [ToolSet(Strict = true)] public class Shop
            {
                [Tool] public string Find(int id, int [|limit|] = 10, string? [|name|] = null, CancellationToken token = default) => "";
            }
            """,
            "'limit' of 'Find' has a default, and in the strict mode every property is required; remove the default, and let null of a nullable type stand for it",
            "'name' of 'Find' has a default, and in the strict mode every property is required; remove the default, and let null of a nullable type stand for it"),
        new("WSK023", "nullable in the strict mode, and defaults outside of it", """
            [ToolSet(Strict = true)] public class Shop { [Tool] public string Find(int id, int? limit, string? name) => ""; }
            [ToolSet] public class Other { [Tool] public string Find(int limit = 10) => ""; }
            """),
        new("WSK024", "open types in the strict mode", """
            [ToolSet(Strict = true)] public class Shop
            {
                [Tool] public string First(Dictionary<string, int> [|counts|]) => "";
                [Tool] public string Second(Order [|order|]) => "";
                [Tool] public string Third(System.Text.Json.JsonElement [|any|]) => "";
            }
            public record Order(int Id, object Note);
            """,
            "'counts' of 'First' may hold properties that no schema names (System.Collections.Generic.Dictionary<string, int>), and the strict mode does not allow that",
            "'order' of 'Second' may hold properties that no schema names (object), and the strict mode does not allow that",
            "'any' of 'Third' may hold properties that no schema names (System.Text.Json.JsonElement), and the strict mode does not allow that"),
        new("WSK024", "closed types, and open ones outside of the strict mode", """
            [ToolSet(Strict = true)] public class Shop { [Tool] public string Find(Order order, List<Order> orders) => ""; }
            [ToolSet] public class Other { [Tool] public string Find(Dictionary<string, int> counts) => ""; }
            public record Order(int Id, Order? Next);
            """),
    ];
}
