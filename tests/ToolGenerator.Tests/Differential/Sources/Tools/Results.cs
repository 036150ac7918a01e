// Results: what comes back, how, and null.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel;
using Websopy.SemanticKernel.ToolGenerator.Tests.Differential;

namespace Sample.Tools;

[ToolSet]
public class Results
{
    [Tool] public void Nothing() { }

    [Tool] public Task CompletedTask() => Task.CompletedTask;

    [Tool] public async Task LaterTask() => await Task.Yield();

    [Tool] public ValueTask CompletedValueTask() => default;

    [Tool] public async ValueTask LaterValueTask() => await Task.Yield();

    [Tool] public Task TaskThatIsMore() => Task.FromResult(5);

    [Tool] public Task? NullTask() => null;

    [Tool] public Task<int>? NullTaskOfInt() => null;

    [Tool] public Task<AIContent>? NullTaskOfContent() => null;

    [Tool] public IAsyncEnumerable<int>? NullSequence() => null;

    [Tool] public string? NullText() => null;

    [Tool] public Task<string?> NullTextLater() => Task.FromResult<string?>(null);

    [Tool] public ValueTask<Settings?> NullObject() => default;

    [Tool] public int? NullNumber() => null;

    [Tool] public List<int>? NullList() => null;

    [Tool] public object? NullAnything() => null;

    [Tool] public JsonNode? NullNode() => null;

    [Tool] public JsonElement UndefinedElement() => default;

    [Tool] public double NotANumber() => double.NaN;

    [Tool] public double Infinite() => double.PositiveInfinity;

    [Tool] public string Odd() => "\u2028<>&'\"\\\t\ud83d\ude00\0ä";

    [Tool] public string HalfASurrogate() => "a\ud800b";

    [Tool] public object AnyText() => "text";

    [Tool] public object AnyNumber() => 1.50m;

    [Tool] public object AnyObject() => new Point(1, 2);

    [Tool] public object AnyEnum() => Color.Green;

    [Tool] public object AnyList() => new List<object?> { 1, "x", null, Color.Red, new Settings() };

    [Tool] public object AnyAnonymous() => new { A = 1, B = "x", C = (string?)null };

    [Tool] public object AnyElement() => JsonElement.Parse("{\"a\": 1.50}");

    [Tool] public object AnyContent() => new TextContent("x");

    [Tool] public Task<object> AnyTask() => Task.FromResult<object>(new Point(1, 2));

    [Tool] public Base DerivedAsBase() => new Derived { Own = 5, Inherited = "i" };

    [Tool] public Shape Abstract() => new Circle(1.5);

    [Tool] public IGiven Interface() => new Given { Name = "x" };

    [Tool] public IEnumerable<int> Lazy() => Enumerable.Range(1, 3).Where(number => number > 1);

    [Tool] public IEnumerable<Point> LazyPoints() => [new(1, 2), new(3, 4)];

    [Tool] public JsonElement Element() => JsonElement.Parse("{ \"a\" : [1.50, \"\\u00e4\"] }");

    [Tool] public JsonNode Node() => JsonNode.Parse("{ \"a\" : [1.50, \"\\u00e4\"] }")!;

    [Tool] public JsonObject Object() => new() { ["a"] = 1, ["b"] = null };

    [Tool] public JsonDocument Document() => JsonDocument.Parse("[1.50]");

    [Tool] public byte[] Bytes() => [1, 2, 3];

    [Tool] public Dictionary<int, string> Map() => new() { [2] = "b", [1] = "a" };

    [Tool] public Dictionary<Color, Money?> EnumMap() => new() { [Color.Red] = new(1m), [Color.Blue] = null };

    [Tool] public Chain<Money> Chained() => new() { Value = new(1m), Next = new() };

    [Tool] public Graph Cycle()
    {
        var graph = new Graph();
        graph.Back = graph;
        return graph;
    }

    [Tool] public Ignoring Ignored() => new();

    [Tool] public Texts Numbers() => new() { Long = 5, Written = 1.50m, Items = [1] };

    [Tool] public Guid Id() => Guid.Empty;

    [Tool] public TimeSpan Span() => TimeSpan.FromDays(1.5);

    [Tool] public Rights Flags() => Rights.Read | Rights.Delete;

    [Tool] public Color UnknownEnum() => (Color)77;
}

[ToolSet]
public class Contents
{
    [Tool] public AIContent? Null() => null;

    [Tool] public AIContent Content() => new TextContent("x");

    [Tool] public TextContent Text() => new("x");

    [Tool] public DataContent Data() => new(new byte[] { 1, 2 }, "image/png");

    [Tool] public Task<AIContent> Later() => Task.FromResult<AIContent>(new TextContent("x"));

    [Tool] public ValueTask<UriContent> UriLater() => new(new UriContent("https://example.com/a.png", "image/png"));

    [Tool] public IEnumerable<AIContent> Several() => [new TextContent("x"), new TextContent("y")];

    [Tool] public List<AIContent> Listed() => [new TextContent("x")];

    [Tool] public AIContent[] Array() => [new TextContent("x")];

    [Tool] public Task<TextContent[]> Texts() => Task.FromResult<TextContent[]>([new("x")]);

    [Tool] public IReadOnlyList<TextContent> ReadOnly() => [new("x")];

    [Tool] public ChatMessage Message() => new(ChatRole.User, "x");

    [Tool] public IList<ChatMessage> Messages() => [new(ChatRole.User, "x")];

    [Tool] public AIContent Echo(AIContent content) => Probe.Return(content, content);

    [Tool] public AIContent? EchoNullable(AIContent? content = null) => Probe.Return(content, content);

    [Tool] public IList<AIContent>? EchoNullables([System.ComponentModel.Description("Contents.")] IList<AIContent>? contents) => Probe.Return(contents, contents);

    [Tool] public ChatMessage? EchoNullableMessage(ChatMessage? message) => Probe.Return(message, message);

    [Tool] public ChatMessage EchoMessage(ChatMessage message) => Probe.Return(message, message);

    [Tool] public IEnumerable<AIContent> EchoAll(IEnumerable<AIContent> contents) => Probe.Return(contents, contents);
}

[ToolSet]
public class Sequences
{
    [Tool] public async IAsyncEnumerable<int> Numbers(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    [Tool] public async IAsyncEnumerable<Point?> Points()
    {
        await Task.Yield();
        yield return new(1, 2);
        yield return null;
    }

    [Tool] public async IAsyncEnumerable<string> Failing()
    {
        await Task.Yield();
        yield return "x";
        throw new FormatException();
    }

    [Tool] public async IAsyncEnumerable<int> Cancelled([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        yield return 1;
        cancellationToken.ThrowIfCancellationRequested();
    }

    [Tool] public async IAsyncEnumerable<object?> Anything()
    {
        await Task.Yield();
        yield return 1;
        yield return "x";
        yield return new Point(1, 2);
        yield return null;
    }

    [Tool] public async IAsyncEnumerable<List<Tree>> Nested()
    {
        await Task.Yield();
        yield return [new("a", [new("b")])];
    }

    [Tool] public async IAsyncEnumerable<AIContent> Contents()
    {
        await Task.Yield();
        yield return new TextContent("x");
    }
}
