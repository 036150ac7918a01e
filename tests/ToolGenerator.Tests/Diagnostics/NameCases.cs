namespace Websopy.SemanticKernel.ToolGenerator.Tests.Diagnostics;

internal static class NameCases
{
    public static IReadOnlyList<DiagnosticCase> All { get; } =
    [
        new("WSK001", "a name given twice", """
            [ToolSet] public class Shop
            {
                [Tool("find")] public string FindUser() => "";
                [Tool("find")] public string [|FindOrder|]() => "";
            }
            """, "The name 'find' belongs to 'FindUser' already; give 'FindOrder' another one with [Tool(\"...\")]"),
        new("WSK001", "a method and its asynchronous twin", """
            [ToolSet] public class Shop
            {
                [KernelFunction] public string Find() => "";
                [KernelFunction] public Task<string> [|FindAsync|](CancellationToken token) => Task.FromResult("");
            }
            """, "The name 'Find' belongs to 'Find' already; give 'FindAsync' another one with [Tool(\"...\")]"),
        new("WSK001", "a method of the base class", """
            public abstract class Base { [Tool("find")] public string [|FindAny|]() => ""; }
            [ToolSet] public class Shop : Base { [Tool] public string find() => ""; }
            """, "The name 'find' belongs to 'find' already; give 'FindAny' another one with [Tool(\"...\")]"),
        new("WSK001", "names that begin alike", """
            [ToolSet] public class Shop
            {
                [Tool("find")] public string Find() => "";
                [Tool("find_order")] public string FindOrder() => "";
            }
            """),
        new("WSK001", "names that differ in case alone, which a kernel's plugin does not take", """
            [ToolSet] public class Shop
            {
                [Tool("find")] public string FindUser() => "";
                [Tool("Find")] public string [|FindOrder|]() => "";
            }
            """, "The name 'Find' belongs to 'FindUser' already; give 'FindOrder' another one with [Tool(\"...\")]"),
        new("WSK002", "three overloads", """
            [ToolSet] public class Shop
            {
                [Tool] public string Find(int id) => "";
                [Tool] public string [|Find|](string name) => "";
                [Tool] public string [|Find|](string name, int limit) => "";
            }
            """,
            "The overloads of 'Find' would all be the tool 'Find'; a model cannot tell overloads apart, so name each with [Tool(\"...\")]",
            "The overloads of 'Find' would all be the tool 'Find'; a model cannot tell overloads apart, so name each with [Tool(\"...\")]"),
        new("WSK002", "overloads with names, and one that is no tool", """
            [ToolSet] public class Shop
            {
                [Tool("find_by_id")] public string Find(int id) => "";
                [Tool("find_by_name")] public string Find(string name) => "";
                public string Find() => "";
            }
            """),
        new("WSK002", "an override", """
            [ToolSet] public class Shop : Base { public override string Find(int id) => ""; }
            public abstract class Base { [Tool] public abstract string Find(int id); }
            """),
        new("WSK003", "a name with a space", """
            [ToolSet] public class Shop
            {
                [Tool("find order")] public string [|Find|]() => "";
            }
            """, "'find order' cannot be a tool's name: use 1 to 64 ASCII letters, digits, underscores and hyphens"),
        new("WSK003", "no name, and a long one", """
            [ToolSet] public class Shop
            {
                [Tool("")] public string [|First|]() => "";
                [Tool("a23456789_123456789_123456789_123456789_123456789_123456789_12345")] public string [|Second|]() => "";
            }
            """,
            "'' cannot be a tool's name: use 1 to 64 ASCII letters, digits, underscores and hyphens",
            "'a23456789_123456789_123456789_123456789_123456789_123456789_12345' cannot be a tool's name: use 1 to 64 ASCII letters, digits, underscores and hyphens"),
        new("WSK003", "names at the limits", """
            [ToolSet] public class Shop
            {
                [Tool("x")] public string First() => "";
                [Tool("a23456789_123456789_123456789_123456789_123456789_123456789-1234")] public string Second() => "";
                [Tool] public string Größe() => "";
            }
            """),
        new("WSK004", "an argument's name with a space", """
            [ToolSet] public class Shop
            {
                [Tool] public string Find([AIParameterName("the id")] int [|id|]) => "";
            }
            """, "'the id' cannot be an argument's name: use 1 to 64 ASCII letters, digits, underscores, dots and hyphens"),
        new("WSK004", "valid names", """
            [ToolSet] public class Shop
            {
                [Tool] public string Find([AIParameterName("filter.the-id_1")] int id, int plain) => "";
            }
            """),
        new("WSK005", "two arguments of one name", """
            [ToolSet] public class Shop
            {
                [Tool] public string Find(int id, [AIParameterName("id")] int [|number|]) => "";
            }
            """, "The parameters 'id' and 'number' of 'Find' are both the argument 'id'"),
        new("WSK005", "names that differ", """
            [ToolSet] public class Shop
            {
                [Tool] public string Find(int id, [AIParameterName("Id")] int number) => "";
            }
            """),
    ];
}
