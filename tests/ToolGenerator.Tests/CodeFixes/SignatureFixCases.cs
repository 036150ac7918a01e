namespace Websopy.SemanticKernel.ToolGenerator.Tests.CodeFixes;

internal static class SignatureFixCases
{
    public static IReadOnlyList<CodeFixCase> All { get; } =
    [
        new("WSK014", "passes by value, where it is called too", """
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool] public string First(in int id, /* how many */ ref int limit) => $"{id} {limit}";
                [Tool] public string Second(ref readonly int id) => First(in id, ref Limit);
                public int Limit;
            }
            """, """
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool] public string First(int id, /* how many */ int limit) => $"{id} {limit}";
                [Tool] public string Second(int id) => First(id, Limit);
                public int Limit;
            }
            """)
        {
            IsFixAll = true,
            Others = [("class Caller { string Call(Shop shop, int id) => shop.First(limit: ref id, id: 1); }", "class Caller { string Call(Shop shop, int id) => shop.First(limit: id, id: 1); }")],
        },
        new("WSK014", "leaves what is given back", """
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop { [Tool] public string Find(out int id) { id = 1; return ""; } }
            """, null),
        new("WSK014", "leaves what an interface wants", """
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop : IShop { [Tool] public string Find(in int id) => ""; }
            public interface IShop { string Find(in int id); }
            """, null),
        new("WSK015", "returns a task", """
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool] public async void Save() => await System.Threading.Tasks.Task.Yield();

                [Tool] /* all of it */ async internal void Load()
                {
                    await System.Threading.Tasks.Task.Yield();
                    return;
                }
            }
            """, """
            using System.Threading.Tasks;
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool] public async Task Save() => await System.Threading.Tasks.Task.Yield();

                [Tool] /* all of it */ async internal Task Load()
                {
                    await System.Threading.Tasks.Task.Yield();
                    return;
                }
            }
            """) { IsFixAll = true },
        new("WSK015", "leaves what a base class wants", """
            using System.Threading.Tasks;
            using Websopy.SemanticKernel;

            public abstract class Base { public abstract void Save(); }
            [ToolSet]
            public class Shop : Base { [Tool] public override async void Save() => await Task.Yield(); }
            """, null),
        new("WSK023", "removes all defaults", """
            using System.ComponentModel;
            using System.Runtime.InteropServices;
            using Websopy.SemanticKernel;

            [ToolSet(Strict = true)]
            public class Shop
            {
                [Tool] public string First(int id, int limit = 10, string? name = null) => "";
                [Tool] public string Second([DefaultValue(10)] int limit, [Optional, DefaultParameterValue(5)] int other) => "";
            }
            """, """
            using System.ComponentModel;
            using System.Runtime.InteropServices;
            using Websopy.SemanticKernel;

            [ToolSet(Strict = true)]
            public class Shop
            {
                [Tool] public string First(int id, int limit, string? name) => "";
                [Tool] public string Second(int limit, int other) => "";
            }
            """) { IsFixAll = true },
        new("WSK023", "removes those before it, since C# wants them last", """
            using Websopy.SemanticKernel;

            [ToolSet(Strict = true)]
            public partial class Shop
            {
                [Tool] public partial string Find(int id, int limit = 10);
            }
            """, """
            using Websopy.SemanticKernel;

            [ToolSet(Strict = true)]
            public partial class Shop
            {
                [Tool] public partial string Find(int id, int limit);
            }
            """)
        {
            Others = [("partial class Shop { public partial string Find(int id, int limit) => \"\"; }", "partial class Shop { public partial string Find(int id, int limit) => \"\"; }")],
        },
    ];
}
