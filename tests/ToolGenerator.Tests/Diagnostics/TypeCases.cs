namespace Websopy.SemanticKernel.ToolGenerator.Tests.Diagnostics;

internal static class TypeCases
{
    private const string Advice = "; use another type, or list it in a JsonSerializerContext and name that in [ToolSet(JsonContext = typeof(...))]";

    // The context's members, which System.Text.Json's own generator would write.
    private const string ContextBody = """
        {
            public ShopJson() : base(null) { }
            protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
        }
        """;

    public static IReadOnlyList<DiagnosticCase> All { get; } =
    [
        new("WSK016", "a delegate and a span", """
            [ToolSet] public class Shop
            {
                [Tool] public string First(Action [|action|]) => "";
                [Tool] public string Second(Span<int> [|numbers|]) => "";
                [Tool] public string Third(Order [|order|]) => "";
            }
            public class Order { public Type? Kind { get; set; } }
            """,
            "The parameter 'action' of 'First' cannot be read from JSON: 'Action' is no data" + Advice,
            "The parameter 'numbers' of 'Second' cannot be read from JSON: 'Span<int>' is no data" + Advice,
            "The parameter 'order' of 'Third' cannot be read from JSON: in 'Order.Kind', 'Type' is a type of the system that is no data" + Advice),
        new("WSK016", "an abstract class", """
            [ToolSet] public class Shop { [Tool] public string Find(Filter [|filter|]) => ""; }
            public abstract class Filter { public int Id { get; set; } }
            """, "The parameter 'filter' of 'Find' cannot be read from JSON: no object of 'Filter' can be made: it is abstract, or has several constructors" + Advice),
        new("WSK016", "types that JSON carries, and one of the context", $$"""
            [ToolSet(JsonContext = typeof(ShopJson))] public class Shop
            {
                [Tool] public string Find(int id, Order order, List<Dictionary<string, Guid?>> more, Filter filter, IServiceProvider services) => "";
            }
            public record Order(int Id, Order? Next);
            public abstract class Filter { public int Id { get; set; } }
            [JsonSerializable(typeof(Filter))] public class ShopJson : JsonSerializerContext
            {{ContextBody}}
            """),
        new("WSK017", "a tuple and a task of a stream", """
            [ToolSet] public class Shop
            {
                [Tool] public (int, int) [|First|]() => default;
                [Tool] public Task<System.IO.Stream> [|SecondAsync|](CancellationToken token) => Task.FromCanceled<System.IO.Stream>(token);
            }
            """,
            "The result of 'First' cannot be written as JSON: '(int, int)' has fields alone, which JSON does not carry: use a record" + Advice,
            "The result of 'SecondAsync' cannot be written as JSON: 'Stream' is a type of the system that is no data" + Advice),
        new("WSK017", "results that JSON carries", """
            [ToolSet] public class Shop
            {
                [Tool] public void First() { }
                [Tool] public Task SecondAsync(CancellationToken token) => Task.Delay(0, token);
                [Tool] public Shelf Third() => new(1);
                [Tool] public AIContent Fourth() => new Microsoft.Extensions.AI.TextContent("");
                [Tool] public IAsyncEnumerable<int> FifthAsync(CancellationToken token) => throw new NotSupportedException();
            }
            public record Shelf(int Id);
            """),
        new("WSK018", "a class that is no context", """
            [ToolSet(JsonContext = typeof(string))] public class [|Shop|] { [Tool] public string Find() => ""; }
            """, "'string' is no JsonSerializerContext that generated code can reach"),
        new("WSK018", "a context", $$"""
            [ToolSet(JsonContext = typeof(ShopJson))] public class Shop { [Tool] public string Find() => ""; }
            public class ShopJson : JsonSerializerContext
            {{ContextBody}}
            """),
        new("WSK019", "a list of a type of the context", $$"""
            [ToolSet(JsonContext = typeof(ShopJson))] public class Shop { [Tool] public string Find(List<Order> [|orders|]) => ""; }
            public record Order(int Id);
            [JsonSerializable(typeof(Order))] public class ShopJson : JsonSerializerContext
            {{ContextBody}}
            """, "'List<Order>' contains 'Order', which the JsonContext describes; list 'List<Order>' there as well, so that one set of options reads all of it"),
        new("WSK019", "both of the context", $$"""
            [ToolSet(JsonContext = typeof(ShopJson))] public class Shop { [Tool] public string Find(List<Order> orders, Order order) => ""; }
            public record Order(int Id);
            [JsonSerializable(typeof(Order)), JsonSerializable(typeof(List<Order>))] public class ShopJson : JsonSerializerContext
            {{ContextBody}}
            """),
        new("WSK020", "no properties, as parameter and as result", """
            [ToolSet] public class Shop
            {
                [Tool] public string First(Order [|order|]) => "";
                [Tool] public Order [|Second|]() => new();
            }
            public class Order { public int Id; internal int Number { get; set; } }
            """,
            "'Order' has no public property, so a model sees an empty object",
            "'Order' has no public property, so a model sees an empty object"),
        new("WSK020", "a property", """
            [ToolSet] public class Shop { [Tool] public string Find(Order order, object any) => ""; }
            public class Order { public int Id { get; set; } }
            """),
    ];
}
