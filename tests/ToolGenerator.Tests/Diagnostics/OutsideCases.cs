namespace Websopy.SemanticKernel.ToolGenerator.Tests.Diagnostics;

internal static class OutsideCases
{
    public static IReadOnlyList<DiagnosticCase> All { get; } =
    [
        new("WSK011", "a class without the attribute", """
            public class Shop { [[|Tool("find")|]] public string Find() => ""; }
            """, "[Tool] has no effect on 'Find': 'Shop' is not marked with [ToolSet]"),
        new("WSK011", "an abstract class that nobody outside can derive from", """
            internal abstract class Shop { [[|Tool|]] public string Find() => ""; }
            """, "[Tool] has no effect on 'Find': 'Shop' is not marked with [ToolSet]"),
        new("WSK011", "a struct and an interface", """
            public struct Shop { [[|Tool|]] public string Find() => ""; }
            public interface IShop { [[|Tool|]] string Find(); }
            """,
            "[Tool] has no effect on 'Find': 'Shop' is no class, and only a class can be a tool set",
            "[Tool] has no effect on 'Find': 'IShop' is no class, and only a class can be a tool set"),
        new("WSK011", "functions and accessors of a tool set", """
            [ToolSet] public class Shop : IShop
            {
                [Tool]
                public string Find()
                {
                    var lambda = [[|Tool|]] () => "";
                    return Local() + lambda();
                    [[|Tool|]] string Local() => "";
                }

                public string Name { [[|Tool|]] get => ""; }
                [[|Tool|]] string IShop.Find() => "";
            }
            public interface IShop { string Find(); }
            """,
            "[Tool] has no effect on a lambda: only a method of a class can be a tool",
            "[Tool] has no effect on 'Local': only a method of a class can be a tool",
            "[Tool] has no effect on 'Name': only a method of a class can be a tool",
            "[Tool] has no effect on 'Find': nobody but the interface can call it"),
        new("WSK011", "a partial method once", """
            public partial class Shop { [[|Tool|]] public partial string Find(); }
            public partial class Shop { public partial string Find() => ""; }
            """, "[Tool] has no effect on 'Find': 'Shop' is not marked with [ToolSet]"),
        new("WSK011", "base classes of tool sets here or elsewhere", """
            public abstract class Elsewhere { [Tool] public string Find() => ""; }
            internal class Root<T> { [Tool] public string Find(T id) => ""; }
            internal class Middle : Root<int> { [Tool] public string Take() => ""; }
            [ToolSet] internal class Shop : Middle { [Tool] public string Give() => ""; }
            """),
        new("WSK011", "[KernelFunction] is Semantic Kernel's own", """
            public class Shop { [KernelFunction] public string Find() => ""; }
            """),
    ];
}
