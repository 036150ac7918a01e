using Websopy.SemanticKernel.CodeIntelligence;
using Websopy.SemanticKernel.CodeIntelligence.Changes.Refactoring;

namespace Websopy.SemanticKernel.Agent.Tests.Changes.Refactoring;

public sealed class RenameTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("int ", "Size", "class A { int Length; int M(A a) => Length + a.Length; /// <see cref=\"Length\"/>\n void N() { } }")]
    [InlineData("class ", "B", "class A { A() { } ~A() { } static A New() => new A(); }")]
    [InlineData("class ", "NewAttribute", "class OldAttribute : System.Attribute { } [Old] class A { } [OldAttribute] class C { }")]
    [InlineData("virtual int ", "N", "class A { public virtual int M() => 1; } class B : A { public override int M() => base.M(); } interface I { int M(); } class C : A, I { }")]
    [InlineData("int ", "y", "class A { int M(int x) => M(x: x) + nameof(x).Length; }")]
    [InlineData("record A(int ", "Y", "record A(int X) { int Z => X; A W() => this with { X = 2 }; }")]
    [InlineData("namespace ", "Space", "namespace Old { class A; } namespace Old.Inner { } class B { Old.A? a; }")]
    [InlineData("class A<", "TItem", "class A<T> where T : class { T? M(T t) => t; }")]
    public async Task RunAsync_Symbol_RenamesAllThatNamesIt(string mark, string @new, string code)
    {
        var solution = Code.Of(("a.cs", code));
        var symbol = await solution.SymbolAt("a.cs", mark);
        var old = symbol.Name;
        var text = await (await Rename.RunAsync(solution, symbol, @new, Cancel)).TextOf("a.cs");
        var expected = code.Replace(old, @new, StringComparison.Ordinal);
        Assert.Equal(old == "OldAttribute" ? expected.Replace("[Old]", "[New]", StringComparison.Ordinal) : old == "T" ? "class A<TItem> where TItem : class { TItem? M(TItem t) => t; }"
            : old == "x" ? "class A { int M(int y) => M(y: y) + nameof(y).Length; }" : old == "A" ? "class B { B() { } ~B() { } static B New() => new B(); }" : expected, text);
    }

    [Theory]
    [InlineData("int ", "b", "class C { void M() { int a = 1; int b = 2; System.Console.Write(a + b); } }", "line 1: ")]
    [InlineData("int ", "g", "class C\n{\n    int f;\n    int g;\n}", "a.cs line 4: CS0102")]
    [InlineData("void ", "F", "class C { void G(int o) { }\n void F(int o) { }\n void M() { F(1); G(1); } }", "line 2")]
    [InlineData("class ", "B", "class A { } class B { }", "CS0101")]
    public async Task RunAsync_NameThatIsTaken_IsRefusedWithThePlaces(string mark, string @new, string code, string expected)
    {
        var solution = Code.Of(("a.cs", code));
        var exception = await Assert.ThrowsAsync<CodeException>(async () => await Rename.RunAsync(solution, await solution.SymbolAt("a.cs", mark), @new, Cancel));
        Assert.Equal(CodeErrorKind.CompileErrors, exception.Kind);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_NameThatALocalHides_IsQualified()
    {
        var solution = Code.Of(("a.cs", "class C { int f; int M() { int b = 2; return f + b; } }"));
        var renamed = await Rename.RunAsync(solution, await solution.SymbolAt("a.cs", "int "), "b", Cancel);
        Assert.Equal("class C { int b; int M() { int b = 2; return this.b + b; } }", await renamed.TextOf("a.cs"));
    }

    [Fact]
    public async Task RunAsync_NewOverloadThatTakesOverACall_KeepsTheCall()
    {
        var solution = Code.Of(("a.cs", "class C { void G(int o) { } void F(object o) { } void M() { F(1); } }"));
        var renamed = await Rename.RunAsync(solution, await solution.SymbolAt("a.cs", "void "), "F", Cancel);
        Assert.Equal("class C { void F(int o) { } void F(object o) { } void M() { F((object)1); } }", await renamed.TextOf("a.cs"));
    }

    [Fact]
    public async Task RunAsync_FileOfSeveralFlavours_ReachesAllOfThem()
    {
        const string Text = "class C\n{\n    public int Old;\n#if A\n    int One() => Old;\n#endif\n#if B\n    int Two() => Old + Old;\n#endif\n}\n";
        const string User = "class D\n{\n#if A\n    int M(C c) => c.Old;\n#else\n    long M(C c) => c.Old;\n#endif\n}\n";
        var solution = Code.Flavours([["A"], ["B"], []], ("a.cs", Text), ("b.cs", User));
        for (var from = 0; from < 3; from++)
        {
            var renamed = await Rename.RunAsync(solution, await solution.SymbolAt("a.cs", "public int ", from), "New", Cancel);
            for (var flavour = 0; flavour < 3; flavour++)
            {
                Assert.Equal(Text.Replace("Old", "New", StringComparison.Ordinal), await renamed.TextOf("a.cs", flavour));
                Assert.Equal(User.Replace("Old", "New", StringComparison.Ordinal), await renamed.TextOf("b.cs", flavour));
            }
        }
    }

    [Theory]
    [InlineData("int ", "class", "class C { int f; }", "not a keyword")]
    [InlineData("int ", "1x", "class C { int f; }", "C# identifier")]
    [InlineData("int ", "C.g", "class C { int f; }", "C# identifier")]
    [InlineData("int ", "f", "class C { int f; }", "has that name already")]
    [InlineData("C { ", "Text", "class C { string s; }", "comes from a library")]
    [InlineData("override string ", "Text", "class C { public override string ToString() => \"\"; }", "'object.ToString()' in a library")]
    [InlineData("public void ", "Close", "class C : System.IDisposable { public void Dispose() { } }", "'IDisposable.Dispose()' in a library")]
    [InlineData("void System.IDisposable.", "Close", "class C : System.IDisposable { void System.IDisposable.Dispose() { } }", "Rename 'IDisposable.Dispose()' instead")]
    [InlineData("public int ", "Close", "class C { public int this[int i] => i; }", "no name of its own")]
    public async Task RunAsync_NoSuchRename_IsRefused(string mark, string @new, string code, string expected)
    {
        var solution = Code.Of(("a.cs", code));
        var exception = await Assert.ThrowsAsync<CodeException>(async () => await Rename.RunAsync(solution, await solution.SymbolAt("a.cs", mark), @new, Cancel));
        Assert.Equal(CodeErrorKind.InvalidArgument, exception.Kind);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Constructor_RenamesTheType()
    {
        var solution = Code.Of(("a.cs", "class C { public C(int i) { } object M() => new C(1); }"));
        var renamed = await Rename.RunAsync(solution, await solution.SymbolAt("a.cs", "public "), "D", Cancel);
        Assert.Equal("class D { public D(int i) { } object M() => new D(1); }", await renamed.TextOf("a.cs"));
    }

    [Fact]
    public async Task RunAsync_Cancelled_Stops()
    {
        var solution = Code.Of(("a.cs", "class C { int f; }"));
        var symbol = await solution.SymbolAt("a.cs", "int ");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Rename.RunAsync(solution, symbol, "g", new CancellationToken(canceled: true)));
    }
}
