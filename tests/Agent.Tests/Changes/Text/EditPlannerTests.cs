using Microsoft.CodeAnalysis.Text;
using Websopy.SemanticKernel.CodeIntelligence;
using Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

namespace Websopy.SemanticKernel.Agent.Tests.Changes.Text;

public sealed class EditPlannerTests
{
    [Fact]
    public void Apply_EditsOfOneFile_AreMadeInOrder() => Assert.Equal("c", Edits.Apply("a", new ReplaceText(Edits.Path, "a", "b"), new ReplaceText(Edits.Path, "b", "c")));

    [Fact]
    public void Apply_FilesMadeAndDeleted_ArePlannedOnce()
    {
        var reads = new List<string>();
        var planned = EditPlanner.Apply(
        [
            new NewFile("new.cs", "class New { }\n"), new ReplaceMember("new.cs", "New", "class Newer { }"), new DeleteFile("old.cs"),
            new DeleteFile("moved.cs"), new NewFile("moved.cs", "b"), new NewFile("gone.cs", "x"), new DeleteFile("gone.cs"),
            new ReplaceText("same.cs", "a", "b"), new ReplaceText("same.cs", "b", "a"),
        ], path =>
        {
            reads.Add(path);
            return path is "new.cs" or "gone.cs" ? null : SourceText.From("a");
        });
        Assert.Equal([("new.cs", null, "class Newer { }\n"), ("old.cs", "a", null), ("moved.cs", "a", "b")],
            planned.Select(file => (file.Path, file.Before?.ToString(), file.After?.ToString())));
        Assert.Equal(["new.cs", "old.cs", "moved.cs", "gone.cs", "same.cs"], reads);
    }

    [Fact]
    public void Apply_Failure_NamesTheEdit()
    {
        var exception = Edits.Refused("a", new ReplaceText(Edits.Path, "a", "b"), new ReplaceText(Edits.Path, "a", "b"));
        Assert.StartsWith("Edit 2 of 2 (a.cs): ", exception.Message, StringComparison.Ordinal);
        Assert.Equal(CodeErrorKind.NotFound, exception.Kind);
    }

    [Fact]
    public void Apply_NoFile_IsNotFound() => Assert.Equal(CodeErrorKind.NotFound, Edits.Refused(null, new DeleteFile(Edits.Path)).Kind);

    [Fact]
    public void Apply_NewFileThatIsThere_IsRefused() => Assert.Equal(CodeErrorKind.InvalidArgument, Edits.Refused("a", new NewFile(Edits.Path, "b")).Kind);

    [Fact]
    public void Apply_TooMuch_IsRefused()
    {
        var big = new string('a', EditLimits.Source + 1);
        Assert.Equal(CodeErrorKind.LimitExceeded, Edits.Refused(null, new NewFile(Edits.Path, big)).Kind);
        Assert.Equal(CodeErrorKind.LimitExceeded, Edits.Refused("a", new ReplaceText(Edits.Path, "a", big)).Kind);
        Assert.Equal(CodeErrorKind.LimitExceeded, Edits.Refused("class A;", new ReplaceMember(Edits.Path, "A", big)).Kind);
        Assert.Equal(CodeErrorKind.LimitExceeded, Edits.Refused("a", [.. Enumerable.Repeat(new ReplaceText(Edits.Path, "a", "b"), EditLimits.Edits + 1)]).Kind);
        Assert.Equal(CodeErrorKind.InvalidArgument, Edits.Refused("a").Kind);
    }

    [Fact]
    public void Apply_FileTooLarge_IsRefused() =>
        Assert.Equal(CodeErrorKind.LimitExceeded, Edits.Refused(new string('a', EditLimits.File + 1), new DeleteMember(Edits.Path, "A")).Kind);

    [Fact]
    public void Apply_FileGrowsTooLarge_IsRefused()
    {
        var file = "x" + new string('a', EditLimits.File - 1);
        Assert.Equal(CodeErrorKind.LimitExceeded, Edits.Refused(file, new ReplaceText(Edits.Path, "x", "xx")).Kind);
    }
}
