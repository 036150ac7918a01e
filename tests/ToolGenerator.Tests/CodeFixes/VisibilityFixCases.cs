namespace Websopy.SemanticKernel.ToolGenerator.Tests.CodeFixes;

internal static class VisibilityFixCases
{
    public static IReadOnlyList<CodeFixCase> All { get; } =
    [
        new("WSK008", "makes all internal", """
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                /// <summary>Finds.</summary>
                [Tool] // by id
                string First() => "";

                [Tool] protected static string Second() { return ""; }

                private protected
                    string Third() => "";

                [Tool] private string Fourth() => Third();
            }
            """, """
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                /// <summary>Finds.</summary>
                [Tool] // by id
                internal string First() => "";

                [Tool] internal static string Second() { return ""; }

                private protected
                    string Third() => "";

                [Tool] internal string Fourth() => Third();
            }
            """) { IsFixAll = true },
        new("WSK008", "makes both parts of a method public", """
            using Websopy.SemanticKernel;

            [ToolSet]
            public partial class Shop
            {
                [Tool] private partial string Find();
            }
            """, """
            using Websopy.SemanticKernel;

            [ToolSet]
            public partial class Shop
            {
                [Tool] public partial string Find();
            }
            """)
        {
            Title = "Make 'Find' public",
            Others = [("partial class Shop { private partial string Find() => \"\"; }", "partial class Shop { public partial string Find() => \"\"; }")],
        },
        new("WSK008", "leaves an override as its base class wants it", """
            using Websopy.SemanticKernel;

            public abstract class Base { protected abstract string Find(); }
            [ToolSet]
            public class Shop : Base { [Tool] protected override string Find() => ""; }
            """, null),
        new("WSK008", "leaves a method with a private type in it", """
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool] private string Find(Order[] order) => "";
                private class Order { public int Id { get; set; } }
            }
            """, null),
        new("WSK009", "makes the class internal, and those around it", """
            using Websopy.SemanticKernel;

            public class Outer
            {
                // The inner one.
                private class Inner
                {
                    /// <summary>The shop.</summary>
                    [ToolSet]
                    private sealed class Shop { [Tool] public string Find(Order order) => ""; }

                    public record Order(int Id);
                }
            }
            """, """
            using Websopy.SemanticKernel;

            public class Outer
            {
                // The inner one.
                internal class Inner
                {
                    /// <summary>The shop.</summary>
                    [ToolSet]
                    internal sealed class Shop { [Tool] public string Find(Order order) => ""; }

                    public record Order(int Id);
                }
            }
            """),
        new("WSK009", "makes a class of its file one of the assembly", """
            using Websopy.SemanticKernel;

            /// <summary>The shop.</summary>
            [ToolSet]
            file sealed class Shop : Base { [Tool] public string Find() => ""; }
            class Base;
            [ToolSet] file class Other { [Tool] public string Find() => ""; }
            """, """
            using Websopy.SemanticKernel;

            /// <summary>The shop.</summary>
            [ToolSet]
            internal sealed class Shop : Base { [Tool] public string Find() => ""; }
            class Base;
            [ToolSet] internal class Other { [Tool] public string Find() => ""; }
            """) { IsFixAll = true },
        new("WSK009", "changes every part that says private", """
            using Websopy.SemanticKernel;

            public partial class Outer
            {
                [ToolSet]
                private partial class Shop { [Tool] public string Find() => ""; }
            }
            """, """
            using Websopy.SemanticKernel;

            public partial class Outer
            {
                [ToolSet]
                internal partial class Shop { [Tool] public string Find() => ""; }
            }
            """)
        {
            Others = [("partial class Outer { private partial class Shop; }", "partial class Outer { internal partial class Shop; }")],
        },
        new("WSK009", "leaves a class whose members need a private one", """
            using Websopy.SemanticKernel;

            public class Outer
            {
                [ToolSet] private class Shop { [Tool] public string Find(Order order) => ""; }
                private class Order { public int Id { get; set; } }
            }
            """, null),
        new("WSK010", "makes the class partial, and those around it", """
            using Websopy.SemanticKernel;

            public readonly struct Outer
            {
                internal partial record Inner
                {
                    [ToolSet] // all of them
                    internal static class Shop { [Tool] public static string Find() => ""; }
                }
            }
            """, """
            using Websopy.SemanticKernel;

            public readonly partial struct Outer
            {
                internal partial record Inner
                {
                    [ToolSet] // all of them
                    internal static partial class Shop { [Tool] public static string Find() => ""; }
                }
            }
            """),
    ];
}
