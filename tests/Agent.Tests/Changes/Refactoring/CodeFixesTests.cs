using Microsoft.CodeAnalysis.Text;
using Websopy.SemanticKernel.CodeIntelligence;
using Websopy.SemanticKernel.CodeIntelligence.Changes.Refactoring;

namespace Websopy.SemanticKernel.Agent.Tests.Changes.Refactoring;

public sealed class CodeFixesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Code with the selection in double brackets, the fix, the choice, and what it makes of the code.</summary>
    public static TheoryData<string, string, string?, string> Places => new()
    {
        { "class A { [[StringBuilder]]? a; }", "CS0246", "using System.Text;", "using System.Text;\n\nclass A { StringBuilder? a; }" },
        { "class A : [[System.IDisposable]] { }", "CS0535", "Implement interface", "class A : System.IDisposable\n{\n    public void Dispose()\n    {\n        throw new System.NotImplementedException();\n    }\n}" },
        { "class A { private int [[_a]] = 1; public int B() => _a; }", "IDE0044", null, "class A { private readonly int _a = 1; public int B() => _a; }" },
        { "using System;\n[[using System.Text;]]\n\nclass A { Action? a; }", "CS8019", null, "using System;\n\nclass A { Action? a; }" },
        { "class A\n{\n    int M(int x)\n    {\n        [[var y = x * 2;\n        y += 1;]]\n        return y;\n    }\n}", "Extract method", null,
            "class A\n{\n    int M(int x)\n    {\n        int y = NewMethod(x);\n        return y;\n    }\n\n    private static int NewMethod(int x)\n    {\n        var y = x * 2;\n        y += 1;\n        return y;\n    }\n}" },
        { "class A\n{\n    int M(int x)\n    {\n        return 3 + [[x * 2]];\n    }\n}", "Introduce local for 'x * 2'", null, "class A\n{\n    int M(int x)\n    {\n        int v = x * 2;\n        return 3 + v;\n    }\n}" },
        { "[[namespace]] N\n{\n    class A\n    {\n    }\n}\n", "Convert to file-scoped namespace", null, "namespace N;\n\nclass A\n{\n}\n" },
        { "class A\n{\n    string M(int x) => [[string.Format(\"{0}!\", x)]];\n}", "Convert to interpolated string", null, "class A\n{\n    string M(int x) => $\"{x}!\";\n}" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task ApplyAsync_AtAPlace_ChangesTheCode(string marked, string id, string? choice, string expected)
    {
        var (code, span) = Selected(marked);
        var solution = Code.Of(("a.cs", code));
        var result = await CodeFixes.ApplyAsync(solution, id, new FixAt(solution.File("a.cs").Id, span), choice, Cancel);
        Assert.Equal(expected, (await result.Solution.TextOf("a.cs")).ReplaceLineEndings("\n"));
        Assert.Equal((1, 0), (result.Fixed, result.Left));
        Assert.Equal(code, await solution.TextOf("a.cs"));
    }

    [Fact]
    public async Task ApplyAsync_SeveralWays_ListsThem()
    {
        var (code, span) = Selected("class A : [[System.IDisposable]] { }");
        var solution = Code.Of(("a.cs", code));
        var exception = await Assert.ThrowsAsync<CodeException>(() => CodeFixes.ApplyAsync(solution, "CS0535", new FixAt(solution.File("a.cs").Id, span), null, Cancel));
        Assert.Equal(CodeErrorKind.Ambiguous, exception.Kind);
        Assert.Contains("\"Implement interface\"", exception.Message, StringComparison.Ordinal);
        Assert.Contains("\"Implement all members explicitly\"", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("class A { [[int]] a; }", "CS0246", null, "There is no CS0246 at that place")]
    [InlineData("class A { [[Missing]] a; }", "CS0246", "nonsense", "There is no such choice for CS0246")]
    [InlineData("class [[A]] { }", "No such refactoring", null, "There is no such choice for the selected code. Choose one of: ")]
    public async Task ApplyAsync_NothingThere_SaysSo(string marked, string id, string? choice, string expected)
    {
        var (code, span) = Selected(marked);
        var solution = Code.Of(("a.cs", code));
        var exception = await Assert.ThrowsAsync<CodeException>(() => CodeFixes.ApplyAsync(solution, id, new FixAt(solution.File("a.cs").Id, span), choice, Cancel));
        Assert.Equal(CodeErrorKind.NotFound, exception.Kind);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApplyAsync_RefactoringWithoutAPlace_IsRefused()
    {
        var solution = Code.Of(("a.cs", "class A;"));
        var exception = await Assert.ThrowsAsync<CodeException>(() => CodeFixes.ApplyAsync(solution, "Extract method", new FixInSolution(), null, Cancel));
        Assert.Equal(CodeErrorKind.InvalidArgument, exception.Kind);
    }

    [Fact]
    public async Task ApplyAsync_EverywhereInFlavours_FixesEachFileOnce()
    {
        const string Text = "using System;\nusing System.Text;\n\nclass {0}\n{{\n    private int _a = 1;\n    private int _b = 2;\n#if A\n    private int _c = 3;\n    public int C() => _c;\n#endif\n    public int Sum() => _a + _b;\n}}\n";
        var (one, two) = (string.Format(null, Text, "One"), string.Format(null, Text, "Two"));
        var solution = Code.Flavours([["A"], []], ("one.cs", one), ("two.cs", two));
        var made = await CodeFixes.ApplyAsync(solution, "IDE0044", new FixInSolution(), null, Cancel);
        made = await CodeFixes.ApplyAsync(made.Solution, "IDE0005", new FixInDocument(solution.File("one.cs").Id), null, Cancel);
        for (var flavour = 0; flavour < 2; flavour++)
        {
            var expected = two.Replace("private int", "private readonly int", StringComparison.Ordinal);
            Assert.Equal(expected, await made.Solution.TextOf("two.cs", flavour));
            Assert.Equal(expected.Replace("Two", "One", StringComparison.Ordinal)["using System;\nusing System.Text;\n\n".Length..], await made.Solution.TextOf("one.cs", flavour));
        }

        Assert.Equal(0, made.Left);
    }

    [Fact]
    public async Task ApplyAsync_EverywhereByTheStyleOfTheEditorConfig_ConvertsNamespaces()
    {
        var solution = Code.Of(("a.cs", "namespace N\n{\n    class A\n    {\n    }\n}\n"), ("b.cs", "namespace N\n{\n    class B\n    {\n    }\n}\n"),
            (".editorconfig", "root = true\n[*.cs]\ncsharp_style_namespace_declarations = file_scoped:warning\n"));
        var made = await CodeFixes.ApplyAsync(solution, "IDE0161", new FixInProject(solution.ProjectIds[0]), null, Cancel);
        Assert.Equal("namespace N;\n\nclass A\n{\n}\n", await made.Solution.TextOf("a.cs"));
        Assert.Equal("namespace N;\n\nclass B\n{\n}\n", await made.Solution.TextOf("b.cs"));
        Assert.Equal((2, 0), (made.Fixed, made.Left));
    }

    [Fact]
    public async Task ListAsync_Place_HasFixesAndRefactorings()
    {
        var (code, span) = Selected("class A : [[System.IDisposable]] { }");
        var solution = Code.Of(("a.cs", code));
        var listed = await CodeFixes.ListAsync(solution.File("a.cs"), span, [], Cancel);
        Assert.Contains(listed, fix => fix is { Id: "CS0535", Title: "Implement interface" });
        var (more, inside) = Selected("class A { private int [[_a]] = 1; }");
        solution = Code.Of(("a.cs", more));
        listed = await CodeFixes.ListAsync(solution.File("a.cs"), inside, ["IDE0044"], Cancel);
        Assert.Contains(listed, fix => fix is { Id: "IDE0044", Title: "Add readonly modifier" });
        Assert.Contains(listed, fix => fix.Title.Contains("Encapsulate field", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("CS0246", true)]
    [InlineData("IDE0005", true)]
    [InlineData("Extract method", false)]
    [InlineData("CS", false)]
    [InlineData("12", false)]
    public void IsDiagnosticId_Text_TellsIdsFromTitles(string text, bool expected) => Assert.Equal(expected, CodeFixes.IsDiagnosticId(text));

    [Fact]
    public void Catalog_OfThisVersionOfRoslyn_HasAllItsProviders()
    {
        var project = Code.Of(("a.cs", "")).Projects.Single();
        Assert.True(CodeFixCatalog.Refactorings.Length >= 80);
        foreach (var id in new[] { "CS0246", "CS0535", "CS8019", "IDE0005", "IDE0044", "IDE0161", "CS0103" })
            Assert.True(CodeFixCatalog.Fixes(project, id).Length > 0, id);
    }

    private static (string Code, TextSpan Span) Selected(string marked)
    {
        var start = marked.IndexOf("[[", StringComparison.Ordinal);
        var code = marked.Remove(start, 2);
        var end = code.IndexOf("]]", StringComparison.Ordinal);
        return (code.Remove(end, 2), TextSpan.FromBounds(start, end));
    }
}
