using Microsoft.CodeAnalysis.Text;
using Websopy.SemanticKernel.CodeIntelligence;
using Websopy.SemanticKernel.CodeIntelligence.Changes.Refactoring;

namespace Websopy.SemanticKernel.Agent.Tests.Changes.Refactoring;

public sealed class LinkedDocumentsTests
{
    [Theory]
    [InlineData("a\nb\nc\n", "A\nb\nc\n", "a\nb\nC\n", "A\nb\nC\n")]
    [InlineData("a\nb\nc\n", "A\nB\nc\n", "a\nB\nC\n", "A\nB\nC\n")]
    [InlineData("a\nb\nc\n", "a\nb\nc\n", "a\nc\n", "a\nc\n")]
    [InlineData("a\nb\nc\n", "x\na\nb\nc\n", "a\nb\nc\ny\n", "x\na\nb\nc\ny\n")]
    [InlineData("a\nb\nc\n", "x\na\nb\nc\n", "x\na\nb\n", "x\na\nb\n")]
    public void Merge_ChangesOfDifferentLines_AreBothMade(string old, string one, string other, string expected) =>
        Assert.Equal(expected, LinkedDocuments.Merge(SourceText.From(old), [SourceText.From(one), SourceText.From(other), SourceText.From(old)], "a.cs").ToString());

    [Fact]
    public void Merge_DifferentChangesOfALine_IsRefused()
    {
        var exception = Assert.Throws<CodeException>(() => LinkedDocuments.Merge(SourceText.From("a\nb\n"), [SourceText.From("a\nx\n"), SourceText.From("a\ny\n")], "a.cs"));
        Assert.Equal(CodeErrorKind.Ambiguous, exception.Kind);
        Assert.Contains("Line 2 of a.cs", exception.Message, StringComparison.Ordinal);
    }
}
