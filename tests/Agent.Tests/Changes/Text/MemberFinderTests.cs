using Microsoft.CodeAnalysis.CSharp;
using Websopy.SemanticKernel.CodeIntelligence;
using Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

namespace Websopy.SemanticKernel.Agent.Tests.Changes.Text;

public sealed class MemberFinderTests
{
    private const string File = """
        using System;
        namespace Deep.Space;
        public partial class Box<T> : IDisposable
        {
            int a, b = 2, c;
            static Box() { }
            public Box() { }
            public Box(int size) { }
            ~Box() { }
            public int this[int index] => 0;
            public int this[string? name, int i] => 0;
            public int Size { get; set; }
            public event Action? Changed, Closed;
            public event Action Opened { add { } remove { } }
            public void M() { }
            public void M(int x, string s) { }
            public void M(int? x) { }
            public void M(ref int x) { }
            public void M<TOther>(System.Collections.Generic.List<String> x) { }
            void IDisposable.Dispose() { }
            public static Box<T> operator +(Box<T> x, Box<T> y) => x;
            public static Box<T> operator -(Box<T> x, Box<T> y) => x;
            public static Box<T> operator -(Box<T> x) => x;
            public static bool operator >(Box<T> x, int y) => true;
            public static bool operator <(Box<T> x, int y) => true;
            public static implicit operator int(Box<T> x) => 0;
            public static explicit operator int[](Box<T> x) => [];
            public class Inner { public void Go() { } public enum Colour { Red, Green } }
        }
        public class Box { public int Size; public Inner Inner; }
        public static class More { extension(string s) { public int Twice => 2; } }
        public class Inner { public void Go() { } }
        public delegate void Handler(int a);
        public record Point(int X) { public int Y; }
        """;

    [Theory]
    [InlineData("Box<T>.a", 5)]
    [InlineData("Box<T>.c", 5)]
    [InlineData("Box..cctor", 6)]
    [InlineData("Box.static Box()", 6)]
    [InlineData("Box.Box()", 7)]
    [InlineData("Box(int)", 8)]
    [InlineData("Box<T>..ctor(int size)", 8)]
    [InlineData("Box.#ctor(Int32)", 8)]
    [InlineData("Box.~Box", 9)]
    [InlineData("Box.this[int]", 10)]
    [InlineData("this[string, int]", 11)]
    [InlineData("Box<T>.Item[string?, System.Int32]", 11)]
    [InlineData("Box<T>.Size", 12)]
    [InlineData("Box.Size", 30)]
    [InlineData("Changed", 13)]
    [InlineData("Box<T>.Closed", 13)]
    [InlineData("Deep.Space.Box<T>.Opened", 14)]
    [InlineData("Box.M()", 15)]
    [InlineData("M(int, string)", 16)]
    [InlineData("M(int?)", 17)]
    [InlineData("M(ref int)", 18)]
    [InlineData("M(int)", 18)]
    [InlineData("Box<T>.M<U>(List<string>)", 19)]
    [InlineData("Box<T>.Dispose", 20)]
    [InlineData("Box<T>.IDisposable.Dispose()", 20)]
    [InlineData("Box.operator +", 21)]
    [InlineData("Box<T>.operator -(Box<T>, Box<T>)", 22)]
    [InlineData("operator-(Box<T>)", 23)]
    [InlineData("Box<T>.operator >(Box<T>, int)", 24)]
    [InlineData("Box.operator <", 25)]
    [InlineData("Box<T>.implicit operator int", 26)]
    [InlineData("explicit operator int[]", 27)]
    [InlineData("explicit operator int[](Box<T>)", 27)]
    [InlineData("Box<T>.Inner", 28)]
    [InlineData("Box<T>.Inner.Go", 28)]
    [InlineData("Inner.Go", 32)]
    [InlineData("Colour.Red", 28)]
    [InlineData("Box<>", 3)]
    [InlineData("Deep.Space.Box<T>", 3)]
    [InlineData("Box", 30)]
    [InlineData("Deep.Space.Inner", 32)]
    [InlineData("More.Twice", 31)]
    [InlineData("Handler", 33)]
    [InlineData("Point.Y", 34)]
    public void Find_Name_FindsTheOneDeclaration(string name, int line) => Assert.Equal(line, Find(name).Line);

    [Theory]
    [InlineData("Box<T>.M", "Box<,>.M", CodeErrorKind.Ambiguous, "Box<>.M() (line 15), Box<>.M(int, string) (line 16)")]
    [InlineData("Box<T>.operator -", "", CodeErrorKind.Ambiguous, "(line 22)")]
    [InlineData("Box<T>.Sise", "", CodeErrorKind.NotFound, "Box<>.Size (line 12)")]
    [InlineData("box.size", "", CodeErrorKind.NotFound, "Box.Size (line 30)")]
    [InlineData("Box<T>.M(double)", "", CodeErrorKind.NotFound, "Box<>.M(int, string) (line 16)")]
    [InlineData("Box<T,U>.Size", "", CodeErrorKind.NotFound, "Box.Size (line 30)")]
    [InlineData("", "", CodeErrorKind.InvalidArgument, "empty")]
    [InlineData("(int)", "", CodeErrorKind.InvalidArgument, "no name")]
    [InlineData("a b", "", CodeErrorKind.InvalidArgument, "'a b' is not an identifier")]
    [InlineData("A..B", "", CodeErrorKind.InvalidArgument, "not an identifier")]
    [InlineData("M(int))", "", CodeErrorKind.InvalidArgument, "brackets")]
    public void Find_NoneOrSeveral_SaysWhatThereIs(string name, string unlisted, CodeErrorKind kind, string expected)
    {
        var exception = Assert.Throws<CodeException>(() => Find(name));
        Assert.Equal(kind, exception.Kind);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.True(unlisted.Length == 0 || !exception.Message.Contains(unlisted, StringComparison.Ordinal));
    }

    [Fact]
    public void Find_DisplayedNameOfEveryMemberHere_FindsThatMember()
    {
        var members = 0;
        foreach (var (path, text) in SourceFiles.All())
        {
            var root = CSharpSyntaxTree.ParseText(text, cancellationToken: TestContext.Current.CancellationToken).GetCompilationUnitRoot(TestContext.Current.CancellationToken);
            foreach (var group in MemberReader.Read(root).GroupBy(site => site.Display))
            {
                // The same type in two parts or two namespaces has one name for both.
                if (group.Count() > 1)
                    continue;
                var site = group.Single();
                var found = MemberFinder.Find(root, site.Display);
                Assert.True(found.Node == site.Node, $"{path}: {site.Display} finds {found.Display}");
                members++;
            }
        }

        Assert.True(members > 2000, $"only {members} members");
    }

    private static MemberSite Find(string name) => MemberFinder.Find(CSharpSyntaxTree.ParseText(File).GetCompilationUnitRoot(), name);
}
