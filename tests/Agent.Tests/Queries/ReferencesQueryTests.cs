using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FindSymbols;
using Websopy.SemanticKernel.CodeIntelligence;
using Websopy.SemanticKernel.CodeIntelligence.Queries;
using Websopy.SemanticKernel.CodeIntelligence.Queries.References;

namespace Websopy.SemanticKernel.Agent.Tests.Queries;

public sealed class ReferencesQueryTests
{
    private const string Library = """
        using System;
        using System.Collections;
        using System.Collections.Generic;
        using System.Runtime.CompilerServices;
        using Same = Lib.Vector;
        namespace Lib;
        /// <summary>See <see cref="Vector.Scale(int)"/>.</summary>
        [AttributeUsage(AttributeTargets.All)]
        public sealed class MarkAttribute(int level = 0) : Attribute { public int Level { get; set; } = level; }
        public interface IShape { double Area(); int Corners { get; } }
        public abstract class Shape : IShape { public abstract double Area(); public virtual int Corners => 0; }
        [Mark(1, Level = 2)]
        public class Square(double side) : Shape { public override double Area() => side * side; public override int Corners => 4; }
        public class Odd : Square { public Odd() : base(1) { } public Odd(int a) : this() { } public override int Corners => 5; }
        public class Third(int x) : Odd(x);
        public readonly record struct Vector(int X, int Y)
        {
            public static Vector operator +(Vector a, Vector b) => new(a.X + b.X, a.Y + b.Y);
            public static Vector operator -(Vector a) => new(-a.X, -a.Y);
            public static explicit operator int(Vector a) => a.X;
            public int this[int i] => i == 0 ? X : Y;
            public Vector Scale(int by) => new(X * by, Y * by);
        }
        public sealed class Bag : IEnumerable<int>, IDisposable
        {
            private readonly List<int> _items = [];
            public event EventHandler? Changed;
            public void Add(int item) { _items.Add(item); Changed?.Invoke(this, EventArgs.Empty); }
            public IEnumerator<int> GetEnumerator() => _items.GetEnumerator();
            IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
            public void Dispose() { }
            public Awaiter GetAwaiter() => new();
            public sealed class Awaiter : INotifyCompletion { public bool IsCompleted => true; public int GetResult() => 1; public void OnCompleted(Action then) => then(); }
        }
        public sealed class Pair { public void Deconstruct(out int a, out int b) => (a, b) = (1, 2); }
        public static class Extensions { public static int Twice(this int value) => value * 2; public static T Same<T>(this T value) => value; }
        public static class Lists { public static string Named => nameof(Extensions.Twice); public static Same Origin => default; }
        public static class Flavoured
        {
        #if NET8_0
            public static int Old() => 1.Twice();
        #endif
            public static int Both() => 2.Twice();
        }
        """;

    private const string Program = """
        using System;
        using System.Linq;
        using System.Threading.Tasks;
        using Lib;
        using System.Collections.Generic;
        public static class Use
        {
            public static async Task<int> RunAsync()
            {
                using var bag = new Bag { 1, 2 };
                using (Bag other = new()) { other.Changed += (_, _) => { }; }
                foreach (var each in bag) Console.WriteLine(each.Twice() + Extensions.Twice(each));
                var (a, b) = new Pair();
                if (new Pair() is (1, 2)) a++;
                Vector v = new(1, 2), w = new Vector(3, 4);
                v += w;
                var sum = -(v + w);
                var number = (int)sum + sum[0] + (await bag) + w.Same().X;
                Func<int, Vector> scale = v.Scale;
                IShape shape = new Square(2) { };
                var t = from x in new[] { shape } where x.Corners == 4 select x.Area();
                return number + (w with { X = 5 }).X + t.Count();
            }
        }
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FindAsync_EveryDeclaration_AgreesWithTheOracle()
    {
        using var small = Small();
        var snapshot = small.Snapshot;
        List<LocatedSymbol> symbols = [];
        foreach (var declaration in SourceFiles.All(snapshot).SelectMany(file => DeclarationReader.Read(file.Tree, Cancel)))
            symbols.Add(Assert.IsType<LocatedSymbol>(await CompiledSymbols.DeclaredAsync(snapshot, declaration, Cancel)));
        var oracle = new ReferenceOracle(snapshot, symbols.Select(each => each.Symbol.GetDocumentationCommentId()!).ToHashSet());
        await oracle.WalkAsync(Cancel);
        foreach (var located in symbols)
        {
            var id = located.Symbol.GetDocumentationCommentId()!;
            var actual = (await ReferencesQuery.FindAsync(snapshot, located, ReferenceKind.References, Cancel)).Places.Select(place => (place.Path, place.Position));
            Assert.True(oracle.Of(id, ["Library", "Program"]).Order().SequenceEqual(actual.Order()), $"{id}: {string.Join(", ", actual)}, expected {string.Join(", ", oracle.Of(id, ["Library", "Program"]).Order())}");
        }
    }

    [Theory]
    [InlineData("Vector.operator +", "16 17")]
    [InlineData("Vector.this[int]", "18")]
    [InlineData("Vector.explicit operator int", "18")]
    [InlineData("Bag.Add", "10")]
    [InlineData("Bag.GetEnumerator()", "12")]
    [InlineData("Bag.Dispose", "10 11")]
    [InlineData("Bag.GetAwaiter", "18")]
    [InlineData("Awaiter.IsCompleted", "18")]
    [InlineData("Pair.Deconstruct", "13 14")]
    [InlineData("Extensions.Twice", "12 12")]
    [InlineData("Extensions.Same", "18")]
    [InlineData("Vector.X", "18 22 22")]
    [InlineData("Vector.Vector", "15 15")]
    [InlineData("IShape.Area", "21")]
    [InlineData("Bag.Changed", "11")]
    public async Task FindAsync_ImplicitUse_IsFound(string symbol, string lines)
    {
        using var small = Small();
        var result = await ReferencesQuery.FindAsync(small.Snapshot, symbol, ReferenceKind.References, Cancel);
        Assert.Equal(lines, string.Join(' ', result.Places.Where(place => place.Path == "Program/Use.cs").Select(place => place.Line)));
    }

    [Theory]
    [InlineData("Lib.MarkAttribute", "12")]
    [InlineData("MarkAttribute.Level", "12")]
    [InlineData("Lib.Vector", "5 7 18 18 18 19 19 20 22 37")]
    [InlineData("Odd.Odd()", "14")]
    [InlineData("Odd.Odd(int)", "15")]
    public async Task FindAsync_NamedUse_IsFound(string symbol, string lines)
    {
        using var small = Small();
        var result = await ReferencesQuery.FindAsync(small.Snapshot, symbol, ReferenceKind.References, Cancel);
        var found = result.Places.Where(place => place.Path == "Library/All.cs").Select(place => place.Line).ToArray();
        Assert.Equal(lines, string.Join(' ', found));
    }

    [Theory]
    [InlineData("IShape", "Implementations")]
    [InlineData("Shape", "Derived")]
    [InlineData("IShape.Area", "Implementations")]
    [InlineData("IShape.Corners", "Implementations")]
    [InlineData("Shape.Corners", "Overrides")]
    [InlineData("Square.Corners", "Overrides")]
    public async Task FindAsync_Hierarchy_AgreesWithRoslyn(string symbol, string kindName)
    {
        using var small = Small();
        var kind = Enum.Parse<ReferenceKind>(kindName);
        var solution = small.Snapshot.Solution!;
        var result = await ReferencesQuery.FindAsync(small.Snapshot, symbol, kind, Cancel);
        var expected = kind switch
        {
            ReferenceKind.Implementations => await SymbolFinder.FindImplementationsAsync(result.Symbol.Symbol, solution, cancellationToken: Cancel),
            ReferenceKind.Overrides => await SymbolFinder.FindOverridesAsync(result.Symbol.Symbol, solution, cancellationToken: Cancel),
            _ => await SymbolFinder.FindDerivedClassesAsync((INamedTypeSymbol)result.Symbol.Symbol, solution, cancellationToken: Cancel),
        };
        Assert.NotEmpty(result.Places);
        Assert.Equal(expected.SelectMany(each => each.Locations).Select(location => location.SourceSpan.Start).Distinct().Order(), result.Places.Select(place => place.Position));
    }

    [Fact]
    public async Task AnswerAsync_UseInOneFlavour_NamesIt()
    {
        using var small = Small();
        var answer = await ReferencesQuery.AnswerAsync(small.Snapshot, "Extensions.Twice", cancellationToken: Cancel);
        Assert.Contains("public static int Old() => 1.Twice();  (net8.0 only)", answer);
        Assert.Contains("public static int Both() => 2.Twice();  [Flavoured.Both()]", answer);
        Assert.Contains("Library/All.cs", answer);
    }

    [Fact]
    public async Task AnswerAsync_Callers_LeavesOutWhatIsOnlyNamed()
    {
        using var small = Small();
        var answer = await ReferencesQuery.AnswerAsync(small.Snapshot, "Extensions.Twice", ReferenceKind.Callers, cancellationToken: Cancel);
        Assert.DoesNotContain("nameof", answer);
        Assert.Contains("Program/Use.cs  Use.RunAsync()", answer);
    }

    [Fact]
    public async Task AnswerAsync_Skip_GoesOnWhereTheNoticeSays()
    {
        using var small = Small();
        var all = (await ReferencesQuery.FindAsync(small.Snapshot, "Lib.Vector", ReferenceKind.References, Cancel)).Places;
        List<string> lines = [];
        for (var skip = 0; ;)
        {
            var answer = await ReferencesQuery.AnswerAsync(small.Snapshot, "Lib.Vector", skip: skip, maxTokens: 120, cancellationToken: Cancel);
            lines.AddRange(answer.Split('\n').Where(line => char.IsAsciiDigit(line[0]) && line.Contains(": ")));
            var at = answer.IndexOf("skip: ", StringComparison.Ordinal);
            if (at < 0)
                break;
            skip = int.Parse(answer[(at + 6)..].Split(',')[0], System.Globalization.CultureInfo.InvariantCulture);
        }

        Assert.Equal(all.Select(place => $"{place.Line}:"), lines.Select(line => line.Split(' ')[0]));
    }

    [Theory]
    [InlineData("Nothing", "References", CodeErrorKind.NotFound)]
    [InlineData("Corners", "References", CodeErrorKind.Ambiguous)]
    [InlineData("Vector", "Callers", CodeErrorKind.InvalidArgument)]
    [InlineData("Vector", "Overrides", CodeErrorKind.InvalidArgument)]
    [InlineData("Vector.X", "Derived", CodeErrorKind.InvalidArgument)]
    public async Task FindAsync_WrongQuestion_IsRefused(string symbol, string kindName, CodeErrorKind expected)
    {
        using var small = Small();
        var failure = await Assert.ThrowsAsync<CodeException>(() => ReferencesQuery.FindAsync(small.Snapshot, symbol, Enum.Parse<ReferenceKind>(kindName), Cancel));
        Assert.Equal(expected, failure.Kind);
    }

    [Theory]
    [InlineData("T:Lib.Vector")]
    [InlineData("M:Lib.Vector.Scale(System.Int32)")]
    [InlineData("Vector.Scale(int)")]
    [InlineData("Library/All.cs:22")]
    [InlineData("Program/Use.cs:15:9")]
    [InlineData("System.Console.WriteLine(int)")]
    [InlineData("IDisposable")]
    public async Task FindAsync_AnyAddress_IsUnderstood(string address)
    {
        using var small = Small();
        Assert.NotNull((await SymbolLocator.FindAsync(small.Snapshot, address, Cancel)).Symbol);
    }

    private static SmallSolution Small() => new(("Library/All.cs", Library), ("Program/Use.cs", Program));
}
