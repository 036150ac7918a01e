using Websopy.SemanticKernel.CodeIntelligence.Changes.Refactoring;

namespace Websopy.SemanticKernel.Agent.Tests.Changes.Refactoring;

public sealed class FormattingTests
{
    private const string Ugly = "class A{\r\nint  x ;\nvoid M( ){ } }";

    [Theory]
    [InlineData("end_of_line = lf\ninsert_final_newline = true", "class A\n{\n    int x;\n    void M() { }\n}\n")]
    [InlineData("end_of_line = crlf\nindent_style = tab", "class A\r\n{\r\n\tint x;\r\n\tvoid M() { }\r\n}")]
    [InlineData("end_of_line = lf\nindent_size = 2\ncsharp_new_line_before_open_brace = none", "class A {\n  int x;\n  void M() { }\n}")]
    public async Task RunAsync_EditorConfig_IsObeyed(string options, string expected)
    {
        var solution = Code.Flavours([["A"], []], ("a.cs", Ugly), ("b.cs", Ugly), (".editorconfig", $"root = true\n[*.cs]\n{options}\n"));
        var formatted = await Formatting.RunAsync(solution, [solution.File("a.cs").Id], TestContext.Current.CancellationToken);
        Assert.Equal(expected, await formatted.TextOf("a.cs"));
        Assert.Equal(expected, await formatted.TextOf("a.cs", flavour: 1));
        Assert.Equal(Ugly, await formatted.TextOf("b.cs"));
    }

    [Fact]
    public async Task RunAsync_InForm_ChangesNothing()
    {
        var solution = Code.Of(("a.cs", "class A\n{\n}\n"), (".editorconfig", "root = true\n[*.cs]\nend_of_line = lf\ninsert_final_newline = true\n"));
        Assert.Same(solution, await Formatting.RunAsync(solution, [solution.File("a.cs").Id], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task RunAsync_Changed_KeepsTheEncoding()
    {
        var solution = Code.Of(("a.cs", Ugly));
        var before = await solution.File("a.cs").GetTextAsync(TestContext.Current.CancellationToken);
        var formatted = await Formatting.RunAsync(solution, [solution.File("a.cs").Id], TestContext.Current.CancellationToken);
        var after = await formatted.File("a.cs").GetTextAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(before.ToString(), after.ToString());
        Assert.Same(before.Encoding, after.Encoding);
    }
}
