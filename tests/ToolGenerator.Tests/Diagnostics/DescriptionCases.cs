namespace Websopy.SemanticKernel.ToolGenerator.Tests.Diagnostics;

internal static class DescriptionCases
{
    public static IReadOnlyList<DiagnosticCase> All { get; } =
    [
        new("WSK025", "no description, and an empty one", """
            [ToolSet] public class Shop
            {
                [Tool] public string [|First|]() => "";
                [Tool, Description(" ")] public string [|Second|]() => "";
                /// <summary></summary>
                [Tool] public string [|Third|]() => "";
            }
            """,
            "'First' is described neither by [Description] nor by an XML summary, and a model knows it by its name alone",
            "'Second' is described neither by [Description] nor by an XML summary, and a model knows it by its name alone",
            "'Third' is described neither by [Description] nor by an XML summary, and a model knows it by its name alone"),
        new("WSK025", "said once of a base class that two tool sets have", """
            public abstract class Base { [Tool] public string [|Find|]() => ""; }
            [ToolSet] public class Shop : Base;
            [ToolSet] public class Other : Base;
            """, "'Find' is described neither by [Description] nor by an XML summary, and a model knows it by its name alone"),
        new("WSK025", "an attribute, a comment, and one that is inherited", """
            [ToolSet] public class Shop : IShop
            {
                [Tool, Description("Finds.")] public string First() => "";
                /// <summary>Finds.</summary>
                [Tool] public string Second() => "";
                [Tool] public string Third() => "";
            }
            public interface IShop
            {
                /// <summary>Finds.</summary>
                string Third();
            }
            """),
        new("WSK026", "no description, and an empty one", """
            [ToolSet] public class Shop
            {
                [Tool] public string Find(int [|id|], [Description("")] int [|limit|], CancellationToken token) => "";
            }
            """,
            "The parameter 'id' of 'Find' is described neither by [Description] nor by the XML comment of the method",
            "The parameter 'limit' of 'Find' is described neither by [Description] nor by the XML comment of the method"),
        new("WSK026", "an attribute, a comment, and what is injected", """
            [ToolSet] public class Shop
            {
                /// <param name="limit">How many.</param>
                [Tool] public string Find([Description("Which.")] int id, int limit, Kernel kernel, IServiceProvider services) => "";
            }
            """),
        new("WSK027", "1025 characters", $$"""
            [ToolSet] public class Shop { [Tool, Description("{{new string('x', 1025)}}")] public string [|Find|]() => ""; }
            """, "The description of 'Find' has 1025 characters; common services take 1024 at most, and every request pays for them"),
        new("WSK027", "1024 characters", $$"""
            [ToolSet] public class Shop { [Tool, Description("{{new string('x', 1024)}}")] public string Find() => ""; }
            """),
    ];
}
