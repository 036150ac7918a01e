namespace Websopy.SemanticKernel.ToolGenerator.Tests.CodeFixes;

internal static class AttributeFixCases
{
    public static IReadOnlyList<CodeFixCase> All { get; } =
    [
        new("WSK011", "marks the class once", """
            using Websopy.SemanticKernel;

            namespace Sample
            {
                /// <summary>The shop.</summary>
                public sealed class Shop
                {
                    [Tool] public string Find() => "";
                    [Tool] public string List() => "";

                    [System.Obsolete] class Inner { [Tool] public string Find() => ""; }
                }
            }
            """, """
            using Websopy.SemanticKernel;

            namespace Sample
            {
                /// <summary>The shop.</summary>
                [ToolSet]
                public sealed class Shop
                {
                    [Tool] public string Find() => "";
                    [Tool] public string List() => "";

                    [System.Obsolete, ToolSet] class Inner { [Tool] public string Find() => ""; }
                }
            }
            """) { IsFixAll = true },
        new("WSK011", "brings the namespace where only an alias stood", """
            using T = Websopy.SemanticKernel.ToolAttribute;

            namespace Sample;

            class Shop
            {
                [T] public string Find() => "";
            }
            """, """
            using Websopy.SemanticKernel;
            using T = Websopy.SemanticKernel.ToolAttribute;

            namespace Sample;

            [ToolSet]
            class Shop
            {
                [T] public string Find() => "";
            }
            """),
        new("WSK011", "cannot mark an interface", """
            using Websopy.SemanticKernel;

            public interface IShop { [Tool] string Find(); }
            """, null),
        new("WSK011", "cannot make a tool of a local function", """
            using Websopy.SemanticKernel;

            public class Shop { public string Find() { return Local(); [Tool] string Local() => ""; } }
            """, null),
        new("WSK021", "removes the attribute", """
            using System.ComponentModel;
            using System.ComponentModel.DataAnnotations;
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool] public string First([Required] int limit = 10) => "";
                [Tool] public string Second([Description("How many."), Required(ErrorMessage = "")] int limit = 10) => "";
                [Tool] public string Third(
                    [Required] [Description("How many.")] int limit = 10) => "";
            }
            """, """
            using System.ComponentModel;
            using System.ComponentModel.DataAnnotations;
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool] public string First(int limit = 10) => "";
                [Tool] public string Second([Description("How many.")] int limit = 10) => "";
                [Tool] public string Third(
                    [Description("How many.")] int limit = 10) => "";
            }
            """) { IsFixAll = true },
        new("WSK022", "removes the attribute", """
            using System.ComponentModel;
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool] public string Find(int id, [DefaultValue("10")] int limit) => "";
            }
            """, """
            using System.ComponentModel;
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool] public string Find(int id, int limit) => "";
            }
            """),
        new("WSK025", "begins a description", """
            using Microsoft.SemanticKernel;
            using Websopy.SemanticKernel;

            namespace Sample;

            [ToolSet]
            public class Shop
            {
                [KernelFunction("find")]
                public string FindOpenOrders() => "";

                // Another one.
                [Tool] public string HTTPStatus() => "";
            }
            """, """
            using System.ComponentModel;
            using Microsoft.SemanticKernel;
            using Websopy.SemanticKernel;

            namespace Sample;

            [ToolSet]
            public class Shop
            {
                [KernelFunction("find")]
                [Description("Find open orders")]
                public string FindOpenOrders() => "";

                // Another one.
                [Tool, Description("Http status")] public string HTTPStatus() => "";
            }
            """) { IsFixAll = true },
        new("WSK025", "takes the place of a blank one", """
            using System.ComponentModel;
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool, Description("")] public string FindOrder([Description("Which.")] int id) => "";
            }
            """, """
            using System.ComponentModel;
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool, Description("Find order")] public string FindOrder([Description("Which.")] int id) => "";
            }
            """),
        new("WSK026", "begins descriptions", """
            using System;
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool] public string Find(int orderId,
                    params string[] names) => "";
            }
            """, """
            using System;
            using System.ComponentModel;
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool] public string Find([Description("Order id")] int orderId,
                    [Description("Names")] params string[] names) => "";
            }
            """) { IsFixAll = true },
    ];
}
