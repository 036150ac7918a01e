namespace Websopy.SemanticKernel.ToolGenerator.Tests.CodeFixes;

internal static class NameFixCases
{
    public static IReadOnlyList<CodeFixCase> All { get; } =
    [
        new("WSK001", "takes the method's own name in the style of the other", """
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool("find_any")] public string FindUser() => "";
                [Tool("find_any")] public string FindOrder() => "";
            }
            """, """
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool("find_any")] public string FindUser() => "";
                [Tool("find_order")] public string FindOrder() => "";
            }
            """),
        new("WSK001", "finds a name that a kernel does not take for the same either", """
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool("find-order")] public string Any() => "";
                [Tool("Find_Order")] public string FindOrder() => "";
            }
            """, """
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool("find-order")] public string Any() => "";
                [Tool("Find_Order2")] public string FindOrder() => "";
            }
            """),
        new("WSK001", "keeps the suffix of an asynchronous twin", """
            using System.Threading.Tasks;
            using Microsoft.SemanticKernel;
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [KernelFunction]
                public string Find() => "";

                [KernelFunction] // in the background
                public Task<string> FindAsync() => Task.FromResult("");
            }
            """, """
            using System.Threading.Tasks;
            using Microsoft.SemanticKernel;
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [KernelFunction]
                public string Find() => "";

                [KernelFunction("FindAsync")] // in the background
                public Task<string> FindAsync() => Task.FromResult("");
            }
            """),
        new("WSK001", "names all apart, in another file too", """
            using Websopy.SemanticKernel;

            [ToolSet]
            public partial class Shop
            {
                [Tool("Find")] public string First(int id) => "";
                [Tool("Find")] public string Find(int id) => "";
            }
            """, """
            using Websopy.SemanticKernel;

            [ToolSet]
            public partial class Shop
            {
                [Tool("Find")] public string First(int id) => "";
                [Tool("FindById")] public string Find(int id) => "";
            }
            """)
        {
            IsFixAll = true,
            Others = [("""
            using T = Websopy.SemanticKernel.ToolAttribute;

            partial class Shop
            {
                const string Name = "Find";
                [System.Obsolete, T(name: Name)] public string Third(int id) => "";
                [T(Name)] public string Fourth(int id) => "";
            }
            """, """
            using T = Websopy.SemanticKernel.ToolAttribute;

            partial class Shop
            {
                const string Name = "Find";
                [System.Obsolete, T(name: "Third")] public string Third(int id) => "";
                [T("Fourth")] public string Fourth(int id) => "";
            }
            """)],
        },
        new("WSK002", "names every overload after its arguments", """
            using System.Threading;
            using Microsoft.SemanticKernel;
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool] public string Find() => "";
                [Tool] public string Find(int id) => "";
                [KernelFunction] public string Find(string customerName, int limit, CancellationToken token) => "";
                [Tool()] public string Find(long id) => "";
            }
            """, """
            using System.Threading;
            using Microsoft.SemanticKernel;
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool] public string Find() => "";
                [Tool("FindById")] public string Find(int id) => "";
                [KernelFunction("FindByCustomerNameAndLimit")] public string Find(string customerName, int limit, CancellationToken token) => "";
                [Tool("Find2")] public string Find(long id) => "";
            }
            """) { IsFixAll = true },
        new("WSK002", "names the first where the second has no arguments", """
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool("list_all")] public string List(int maxResults) => "";
                [Tool("list_all")] public string List() => "";
            }
            """, """
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool("list_all_by_max_results")] public string List(int maxResults) => "";
                [Tool("list_all")] public string List() => "";
            }
            """),
        new("WSK003", "keeps what is valid", """
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool("find café")] public string First() => "";
                [Tool("find.cafe")] public string Second() => "";
                [Tool(" find (the) order! ")] public string Third() => "";
            }
            """, """
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool("find_cafe")] public string First() => "";
                [Tool("find_cafe2")] public string Second() => "";
                [Tool("find_the_order")] public string Third() => "";
            }
            """) { IsFixAll = true },
        new("WSK003", "cuts a long one", """
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool("a23456789_123456789_123456789_123456789_123456789_123456789_12345")] public string Find() => "";
            }
            """, """
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool("a23456789_123456789_123456789_123456789_123456789_123456789_1234")] public string Find() => "";
            }
            """),
        new("WSK003", "has nothing to keep of a Chinese name", """
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop { [Tool("查天气")] public string Find() => ""; }
            """, null),
    ];
}
