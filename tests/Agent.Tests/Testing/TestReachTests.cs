using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Websopy.SemanticKernel.CodeIntelligence.Testing;

namespace Websopy.SemanticKernel.Agent.Tests.Testing;

public sealed class TestReachTests
{
    private const string Framework = """
        public class FactAttribute : System.Attribute { }
        public class SlowAttribute : FactAttribute { }
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    // A direct call; another member is not reached.
    [InlineData("static class C { public static int A() => 1; public static int B() => 2; }", "=> 1", "class T { [Fact] void Yes() => C.A(); [Fact] void No() => C.B(); }", "T.Yes")]
    // By way of others.
    [InlineData("static class C { public static int A() => 1; public static int M() => A(); public static int B() => 2; }", "=> 1", "class T { [Fact] void Yes() => C.M(); [Fact] void No() => C.B(); }", "T.Yes")]
    // Dispatch by an interface, and by an override.
    [InlineData("interface I { int A(); } class C : I { public int A() => 1; } static class F { public static I Make() => new C(); }", "=> 1", "class T { [Fact] void Yes() { F.Make().A(); } [Fact] void No() { } }", "T.Yes")]
    [InlineData("class B { public virtual int A() => 0; } class C : B { public override int A() => 1; } static class F { public static B Make() => new C(); }", "=> 1", "class T { [Fact] void Yes() { F.Make().A(); } [Fact] void No() { } }", "T.Yes")]
    // What runs without its name: constructors, also by new(), operators, field initializers, what the class library calls.
    [InlineData("class C { public C() { _ = 1; } }", "= 1", "class T { [Fact] void Yes() { C c = new(); } [Fact] void No() { } }", "T.Yes")]
    [InlineData("class C { public static C operator +(C a, C b) => null; }", "=> null", "class T { [Fact] void Yes() { C c = null; _ = c + c; } [Fact] void No() { } }", "T.Yes")]
    [InlineData("class C { int f = 1; }", "= 1", "class T { [Fact] void Yes() { new C(); } [Fact] void No() { } }", "T.Yes")]
    [InlineData("class C { public override string ToString() => \"1\"; } static class F { public static object Make() => new C(); }", "\"1\"", "class T { [Fact] void Yes() { $\"{F.Make()}\".Trim(); } [Fact] void No() { } }", "T.Yes")]
    [InlineData("class C : System.IDisposable { public void Dispose() { _ = 1; } }", "= 1", "class T { [Fact] void Yes() { using var c = new C(); } [Fact] void No() { } }", "T.Yes")]
    // Set-up of the test's class, of the class above it, and inherited tests.
    [InlineData("static class C { public static int A() => 1; }", "=> 1", "class T { int x = C.A(); [Fact] void Yes() { } } class U { [Fact] void No() { } }", "T.Yes")]
    [InlineData("static class C { public static int A() => 1; }", "=> 1", "abstract class B { protected B() { C.A(); } } class T : B { [Fact] void Yes() { } } class U { [Fact] void No() { } }", "T.Yes")]
    [InlineData("static class C { public static int A() => 1; }", "=> 1", "abstract class B { [Fact] void Yes() { C.A(); } } class T : B { } class U { [Fact] void No() { } }", "T.Yes")]
    [InlineData("static class C { public static int A() => 1; }", "=> 1", "abstract class B { protected abstract int Get(); [Fact] void Yes() { Get(); } } class T : B { protected override int Get() => C.A(); } class U { [Fact] void No() { } }", "T.Yes")]
    // Data by name, reflection by name, derived attributes, nested classes.
    [InlineData("static class C { public static int A() => 1; }", "=> 1", "class T { static object[] Data => [C.A()]; [Theory, MemberData(nameof(Data))] void Yes() { } [Fact] void No() { } }", "T.Yes")]
    [InlineData("static class C { public static int A() => 1; }", "=> 1", "class T { [Fact] void Yes() { typeof(object).Assembly.GetType(\"C\").GetMethod(\"A\"); } [Fact] void No() { } }", "T.Yes")]
    [InlineData("static class C { public static int A() => 1; }", "=> 1", "namespace N { class T { class Inner { [Slow] void Yes() { C.A(); } } [Fact] void No() { } } }", "N.T+Inner.Yes")]
    [InlineData("class MineAttribute : System.Attribute { public MineAttribute() { _ = 1; } }", "= 1", "class T { [Mine, Fact] void Yes() { } [Fact] void No() { } }", "T.Yes")]
    public async Task FindAsync_ChangedMember_GivesTheTestsThatReachIt(string code, string part, string tests, string expected)
    {
        var (before, after, id) = Change(code, part, part.Replace('1', '3').Replace("null", "a", StringComparison.Ordinal), tests);

        var selection = await TestReach.FindAsync(after, before, [id], Cancellation);

        Assert.Empty(selection.WholeProjects);
        Assert.Equal([expected], selection.Tests.Select(test => test.FullName));
    }

    [Theory]
    [InlineData("global using System;", "System", "System.IO")]
    [InlineData("[assembly: System.CLSCompliant(true)]", "true", "false")]
    public async Task FindAsync_ChangeOfAWholeProject_GivesAllTestsOfDependents(string code, string part, string replacement)
    {
        var (before, after, id) = Change(code, part, replacement, "class T { [Fact] void A() { } }");

        var selection = await TestReach.FindAsync(after, before, [id], Cancellation);

        Assert.Equal(["/tests/Tests.csproj"], selection.WholeProjects);
        Assert.NotNull(selection.Reason);
    }

    [Fact]
    public async Task FindAsync_AssemblyFixtureThatReachesTheChange_GivesTheWholeProject()
    {
        var (before, after, id) = Change("static class C { public static int A() => 1; }", "=> 1", "=> 2", "[assembly: AssemblyFixture(typeof(Fixture))] class Fixture { public Fixture() { C.A(); } } class T { [Fact] void A2() { } }");

        Assert.Equal(["/tests/Tests.csproj"], (await TestReach.FindAsync(after, before, [id], Cancellation)).WholeProjects);
    }

    [Fact]
    public async Task FindAsync_ProjectThatDoesNotDependOnTheChange_IsLeftOut()
    {
        var (before, after, id) = Change("static class C { public static int A() => 1; }", "=> 1", "=> 2", "class T { [Fact] void Yes() => C.A(); }");
        var other = ProjectId.CreateNewId();
        after = after.AddProject(ProjectInfo.Create(other, default, "Other", "Other", LanguageNames.CSharp, "/other/Other.csproj"))
            .AddDocument(DocumentId.CreateNewId(other), "U.cs", SourceText.From("class U { [Fact] void No() => A(); }"));

        Assert.Equal(["T.Yes"], (await TestReach.FindAsync(after, before, [id], Cancellation)).Tests.Select(test => test.FullName));
    }

    [Fact]
    public async Task FindAsync_NothingToCompareWith_TakesAllMembersOfTheFile()
    {
        var (_, after, id) = Change("static class C { public static int A() => 1; public static int B() => 2; }", "1", "1", "class T { [Fact] void One() => C.A(); [Fact] void Two() => C.B(); [Fact] void No() { } }");

        Assert.Equal(["T.One", "T.Two"], (await TestReach.FindAsync(after, before: null, [id], Cancellation)).Tests.Select(test => test.FullName).Order());
    }

    [Fact]
    public async Task FindAsync_TextBeforeIsLost_TakesAllMembersOfTheFile()
    {
        var (_, after, id) = Change("static class C { public static int A() => 1; }", "1", "2", "class T { [Fact] void Yes() => C.A(); [Fact] void No() { } }");

        Assert.Equal(["T.Yes"], (await TestReach.FindAsync(after, after, [id], Cancellation)).Tests.Select(test => test.FullName));
    }

    private static (Solution Before, Solution After, DocumentId Changed) Change(string code, string part, string replacement, string tests)
    {
        ProjectId library = ProjectId.CreateNewId(), testProject = ProjectId.CreateNewId();
        var changed = DocumentId.CreateNewId(library);
        using AdhocWorkspace workspace = new();
        var before = workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(library, default, "Library", "Library", LanguageNames.CSharp, "/library/Library.csproj"))
            .AddProject(ProjectInfo.Create(testProject, default, "Tests", "Tests", LanguageNames.CSharp, "/tests/Tests.csproj").WithProjectReferences([new ProjectReference(library)]))
            .AddDocument(changed, "C.cs", SourceText.From(code))
            .AddDocument(DocumentId.CreateNewId(testProject), "Framework.cs", SourceText.From(Framework))
            .AddDocument(DocumentId.CreateNewId(testProject), "T.cs", SourceText.From(tests));
        var at = code.IndexOf(part, StringComparison.Ordinal);
        Assert.True(at >= 0);
        return (before, before.WithDocumentText(changed, SourceText.From(code[..at] + replacement + code[(at + part.Length)..])), changed);
    }
}
