using Microsoft.CodeAnalysis.CSharp;
using Websopy.SemanticKernel.CodeIntelligence;
using Websopy.SemanticKernel.CodeIntelligence.Queries;

namespace Websopy.SemanticKernel.Agent.Tests.Queries;

public sealed class SymbolAddressTests
{
    [Theory]
    [InlineData("Type", "Type", null, null)]
    [InlineData("Name.Space.Type.Member", "Name/Space/Type/Member", null, null)]
    [InlineData("Type.M(int, List<string>)", "Type/M", null, "int/List<string>")]
    [InlineData("Type.M()", "Type/M", null, "")]
    [InlineData("Outer+Inner", "Outer/Inner", null, null)]
    [InlineData("Type<T>", "Type", 1, null)]
    [InlineData("Type`2", "Type", 2, null)]
    [InlineData("Type<T>.M<K, V>(Dictionary<K, V>)", "Type/M", 2, "Dictionary<K, V>")]
    [InlineData("Type..ctor", "Type/Type", null, null)]
    [InlineData("Type.this[int]", "Type/this[]", null, "int")]
    [InlineData("Type.operator +", "Type/operator +", null, null)]
    [InlineData("Type.operator==(Type, Type)", "Type/operator ==", null, "Type/Type")]
    [InlineData("Type.implicit operator string", "Type/implicit operator string", null, null)]
    public void Parse_Name_IsReadInParts(string text, string names, int? arity, string? parameters)
    {
        var address = Assert.IsType<SymbolAddress.Named>(SymbolAddress.Parse(text));
        Assert.Equal(names.Split('/'), address.Names);
        Assert.Equal(arity, address.Arity);
        Assert.Equal(parameters?.Split('/', StringSplitOptions.RemoveEmptyEntries), address.Parameters?.ToArray());
    }

    [Fact]
    public void Parse_DocumentationId_IsKept() =>
        Assert.Equal("M:A.B.C(System.Int32)", Assert.IsType<SymbolAddress.Documented>(SymbolAddress.Parse(" M:A.B.C(System.Int32) ")).Id);

    [Theory]
    [InlineData("src/A.cs:12", 12, null)]
    [InlineData("src/A.cs:12:7", 12, 7)]
    public void Parse_Place_HasLineAndColumn(string text, int line, int? column) =>
        Assert.Equal(new SymbolAddress.Place("src/A.cs", line, column), SymbolAddress.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("A..B")]
    [InlineData(".")]
    [InlineData("a.cs:0")]
    [InlineData("a.cs:99999999999")]
    public void Parse_Nonsense_IsRefused(string text) =>
        Assert.Equal(CodeErrorKind.InvalidArgument, Assert.Throws<CodeException>(() => SymbolAddress.Parse(text)).Kind);

    [Theory]
    [InlineData("C", "N.C<>")]
    [InlineData("C.M", "N.C.M(int)|N.C.M(string?, System.Int64)")]
    [InlineData("C.M(string, long)", "N.C.M(string?, System.Int64)")]
    [InlineData("N.C.M(System.Int32)", "N.C.M(int)")]
    [InlineData("C.C", "N.C.C(ref int)")]
    [InlineData("C..ctor(int)", "N.C.C(ref int)")]
    [InlineData("E.A", "N.E.A")]
    [InlineData("R.X", "N.R.X")]
    [InlineData("X", "N.R.X")]
    [InlineData("P", "N.P")]
    [InlineData("C.IDisposable.Dispose", "N.C.IDisposable.Dispose()")]
    [InlineData("C.this[string]", "N.C.this[string]")]
    [InlineData("C.operator +", "N.C.operator +(C<T>, int)")]
    [InlineData("Missing", "")]
    public void Match_Name_FindsTheDeclarations(string text, string expected)
    {
        const string Source = """
            namespace N;
            partial class C<T> : System.IDisposable { void M(int a) { } void M(string? a, System.Int64 b) { } C(ref int a) { } void System.IDisposable.Dispose() { } int this[string s] => 1; public static int operator +(C<T> a, int b) => b; }
            partial class C<T> { }
            enum E { A, B }
            record R(int X);
            class P { int P2 => 1; }
            class Q { int P => 1; }
            """;
        var declarations = DeclarationReader.Read(CSharpSyntaxTree.ParseText(Source, cancellationToken: TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        var found = DeclarationMatcher.Match((SymbolAddress.Named)SymbolAddress.Parse(text), declarations).Select(each => each.Address).Distinct();
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), found);
    }
}
