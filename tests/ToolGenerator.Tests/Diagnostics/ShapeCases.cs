namespace Websopy.SemanticKernel.ToolGenerator.Tests.Diagnostics;

internal static class ShapeCases
{
    public static IReadOnlyList<DiagnosticCase> All { get; } =
    [
        new("WSK006", "a generic method", """
            [ToolSet] public class Shop { [Tool] public string [|Find|]<T>(int id) => ""; }
            """, "'Find' is generic, and a model cannot choose type arguments; make a tool for each type"),
        new("WSK006", "a method with generic types in it", """
            [ToolSet] public class Shop { [Tool] public List<string> Find(Dictionary<string, int> filter) => []; }
            """),
        new("WSK007", "a generic class", """
            [ToolSet] public class [|Shop|]<T> { [Tool] public string Find(int id) => ""; }
            """, "'Shop' is generic or inside a generic type; derive a class from it for each type and mark that with [ToolSet]"),
        new("WSK007", "a class inside a generic one", """
            public class Outer<T> { [ToolSet] public class [|Shop|] { [Tool] public string Find(int id) => ""; } }
            """, "'Shop' is generic or inside a generic type; derive a class from it for each type and mark that with [ToolSet]"),
        new("WSK007", "a class derived from a generic one", """
            public class Shop<T> { [Tool] public string Find(T id) => ""; }
            [ToolSet] public class IntShop : Shop<int>;
            """),
        new("WSK008", "private and protected methods", """
            [ToolSet] public class Shop
            {
                [Tool] string [|First|]() => "";
                [Tool] protected string [|Second|]() => "";
                [Tool] private protected string [|Third|]() => "";
            }
            """,
            "'First' is private, and generated code cannot call it; make it internal or public",
            "'Second' is protected, and generated code cannot call it; make it internal or public",
            "'Third' is private protected, and generated code cannot call it; make it internal or public"),
        new("WSK008", "methods that generated code can call", """
            [ToolSet] public class Shop
            {
                [Tool] public string First() => "";
                [Tool] internal string Second() => "";
                [Tool] protected internal string Third() => "";
                private string Fourth() => "";
            }
            """),
        new("WSK009", "a private class", """
            public class Outer { [ToolSet] private class [|Shop|] { [Tool] public string Find() => ""; } }
            """, "'Shop' is not accessible to generated code; it and the types around it must be internal or public"),
        new("WSK009", "a public class in a private one, and a class of a file", """
            public class Outer { private class Inner { [ToolSet] public class [|Shop|] { [Tool] public string Find() => ""; } } }
            [ToolSet] file class [|Other|] { [Tool] public string Find() => ""; }
            """,
            "'Shop' is not accessible to generated code; it and the types around it must be internal or public",
            "'Other' is not accessible to generated code; it and the types around it must be internal or public"),
        new("WSK009", "internal classes", """
            public class Outer { [ToolSet] internal class Shop { [Tool] public string Find() => ""; } }
            [ToolSet] class Other { [Tool] public string Find() => ""; }
            """),
        new("WSK010", "a static class", """
            [ToolSet] public static class [|Shop|] { [Tool] public static string Find() => ""; }
            """, "'Shop' is static, so its functions are made by a method of its own; make it and the types around it partial"),
        new("WSK010", "a partial class in one that is not", """
            public class Outer { [ToolSet] public static partial class [|Shop|] { [Tool] public static string Find() => ""; } }
            """, "'Shop' is static, so its functions are made by a method of its own; make it and the types around it partial"),
        new("WSK010", "partial through and through, or not static", """
            public partial class Outer { [ToolSet] public static partial class Shop { [Tool] public static string Find() => ""; } }
            [ToolSet] public class Other { [Tool] public static string Find() => ""; }
            """),
        new("WSK012", "no tools", """
            [ToolSet] public class [|Shop|] { public string Find() => ""; }
            """, "'Shop' is a tool set, but no method of it is marked with [Tool] or [KernelFunction]"),
        new("WSK012", "tools of its own, and of a base class", """
            [ToolSet] public class Shop { [KernelFunction] public string Find() => ""; }
            [ToolSet] public class Other : Shop;
            """),
        new("WSK013", "129 tools", $$"""
            [ToolSet] public class [|Shop|] { {{Tools(129)}} }
            """, "'Shop' has 129 tools; requests of common services take 128 at most, and models choose worse long before that"),
        new("WSK013", "128 tools", $$"""
            [ToolSet] public class Shop { {{Tools(128)}} }
            """),
        new("WSK014", "every way of passing by reference", """
            [ToolSet] public class Shop
            {
                [Tool] public string First(in int [|id|]) => "";
                [Tool] public string Second(ref int [|id|]) => "";
                [Tool] public string Third(out int [|id|]) { id = 1; return ""; }
                [Tool] public string Fourth(ref readonly int [|id|]) => "";
            }
            """,
            "The parameter 'id' of 'First' is passed by 'in', and an argument of a model has no place to refer to",
            "The parameter 'id' of 'Second' is passed by 'ref', and an argument of a model has no place to refer to",
            "The parameter 'id' of 'Third' is passed by 'out', and an argument of a model has no place to refer to",
            "The parameter 'id' of 'Fourth' is passed by 'ref readonly', and an argument of a model has no place to refer to"),
        new("WSK014", "by value, and params", """
            [ToolSet] public class Shop { [Tool] public string Find(int id, params int[] others) => ""; }
            """),
        new("WSK015", "async void", """
            [ToolSet] public class Shop { [Tool] public async void [|Save|]() => await Task.Yield(); }
            """, "'Save' is async void: nobody can await it, and what it throws ends the process; return Task"),
        new("WSK015", "async Task, and void", """
            [ToolSet] public class Shop
            {
                [Tool] public async Task SaveAsync() => await Task.Yield();
                [Tool] public void Clear() { }
                public async void Other() => await Task.Yield();
            }
            """),
    ];

    private static string Tools(int count) =>
        string.Join(' ', Enumerable.Range(1, count).Select(number => $"[Tool] public void Tool{number}() {{ }}"));
}
