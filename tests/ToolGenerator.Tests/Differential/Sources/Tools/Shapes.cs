// Odd types, as parameters and results.
using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Websopy.SemanticKernel;
using Websopy.SemanticKernel.ToolGenerator.Tests.Differential;

namespace Sample.Tools;

[ToolSet]
public class Shapes
{
    [Tool] public KeyValuePair<string, Point>[] Pairs(KeyValuePair<string, Point>[] value) => Probe.Return(value, value);

    [Tool] public Collection<int> Collection(Collection<int> value) => Probe.Return(value, value);

    [Tool] public ConcurrentDictionary<string, int> Concurrent(ConcurrentDictionary<string, int> value) => Probe.Return(value, value);

    [Tool] public ConcurrentStack<int> ConcurrentStack(ConcurrentStack<int> value) => Probe.Return(value, value);

    [Tool] public SortedSet<string> Sorted(SortedSet<string> value) => Probe.Return(value, value);

    [Tool] public ImmutableStack<int> Stack(ImmutableStack<int> value) => Probe.Return(value, value);

    [Tool] public ImmutableQueue<int> Queue(ImmutableQueue<int> value) => Probe.Return(value, value);

    [Tool] public ImmutableSortedSet<int> ImmutableSorted(ImmutableSortedSet<int> value) => Probe.Return(value, value);

    [Tool] public IImmutableList<int> ImmutableInterface(IImmutableList<int> value) => Probe.Return(value, value);

    [Tool] public IImmutableDictionary<string, int> ImmutableMap(IImmutableDictionary<string, int> value) => Probe.Return(value, value);

    [Tool] public ImmutableSortedDictionary<string, int> ImmutableSortedMap(ImmutableSortedDictionary<string, int> value) => Probe.Return(value, value);

    [Tool] public Memory<int> Memory(Memory<int> value) => Probe.Return(value, value.ToArray());

    [Tool] public ReadOnlyMemory<Point> ReadOnlyMemory(ReadOnlyMemory<Point> value) => Probe.Return(value, value.ToArray());

    [Tool] public Dictionary<Guid, DateOnly> ByGuid(Dictionary<Guid, DateOnly> value) => Probe.Return(value, value);

    [Tool] public Dictionary<DateTime, int> ByDate(Dictionary<DateTime, int> value) => Probe.Return(value, value);

    [Tool] public Dictionary<bool, int> ByBool(Dictionary<bool, int> value) => Probe.Return(value, value);

    [Tool] public Dictionary<char, int> ByChar(Dictionary<char, int> value) => Probe.Return(value, value);

    [Tool] public Dictionary<double, int> ByReal(Dictionary<double, int> value) => Probe.Return(value, value);

    [Tool] public Dictionary<Spoken, int> BySpoken(Dictionary<Spoken, int> value) => Probe.Return(value, value);

    [Tool] public Dictionary<Rights, int> ByRights(Dictionary<Rights, int> value) => Probe.Return(value, value);

    [Tool] public Dictionary<Numbered, int> ByNumbered(Dictionary<Numbered, int> value) => Probe.Return(value, value);

    [Tool] public Dictionary<Uri, int> ByUri(Dictionary<Uri, int> value) => Probe.Return(value, value);

    [Tool] public Dictionary<string, object?> Objects(Dictionary<string, object?> value) => Probe.Return(value, value);

    [Tool] public IDictionary<string, JsonElement> Elements(IDictionary<string, JsonElement> value) => Probe.Return(value, value);

    [Tool] public List<JsonNode?> Nodes(List<JsonNode?> value) => Probe.Return(value, value);

    [Tool] public int[][][] Jagged(int[][][] value) => Probe.Return(value, value);

    [Tool] public List<List<List<Point>>> Deep(List<List<List<Point>>> value) => Probe.Return(value, value);

    [Tool] public byte[][] ByteArrays(byte[][] value) => Probe.Return(value, value);

    [Tool] public List<byte> Bytes(List<byte> value) => Probe.Return(value, value);

    [Tool] public string?[]? Texts(string?[]? value) => Probe.Return(value, value);

    [Tool] public Outer.Inner.Innermost Nested(Outer.Inner.Innermost value) => Probe.Return(value, value);

    [Tool] public Pair<Pair<int, string?>, Pair<Color, Money?>> Pair(Pair<Pair<int, string?>, Pair<Color, Money?>> value) => Probe.Return(value, value);

    [Tool] public Keeping<Node> Kept(Keeping<Node> value) => Probe.Return(value, value);

    [Tool] public Holding<string, Node, int> Held(Holding<string, Node, int> value) => Probe.Return(value, value);

    [Tool] public Everything All(Everything value) => Probe.Return(value, value);

    [Tool] public Twisted Twist(Twisted value) => Probe.Return(value, value);

    [Tool] public ManyParameters Many(ManyParameters value) => Probe.Return(value, value);

    [Tool] public WithInterface Interfaces(WithInterface value) => Probe.Return(value, value);

    [Tool] public Escaped Escape(Escaped value) => Probe.Return(value, value);

    [Tool] public Optionals Optional(Optionals value) => Probe.Return(value, value);

    [Tool] public RequiredStruct RequiredStruct(RequiredStruct value) => Probe.Return(value, value);

    [Tool] public PrivateStruct PrivateStruct(PrivateStruct value) => Probe.Return(value, value);

    [Tool] public FieldsOfStruct FieldsOfStruct(FieldsOfStruct value) => Probe.Return(value, value);

    [Tool] public PartlyHidden Hidden(PartlyHidden value) => Probe.Return(value, value);

    [Tool] public Callbacks Callbacks(Callbacks value) => Probe.Return(value, value);

    [Tool] public StructConstructor Explicit(StructConstructor value) => Probe.Return(value, value);

    [Tool] public GenericPrivate<int> GenericConstructor(GenericPrivate<int> value) => Probe.Return(value, value);

    [Tool] public ExtensibleNode ExtensibleNode(ExtensibleNode value) => Probe.Return(value, value);
}

public class Keeping<T>
    where T : Node
{
    public T Required { get; set; } = null!;

    public T? Optional { get; set; }
}

public class Holding<TNotNull, TClass, TStruct>
    where TNotNull : notnull
    where TClass : class
    where TStruct : struct
{
    public TNotNull NotNull { get; set; } = default!;

    public TClass Class { get; set; } = null!;

    public TClass? NullableClass { get; set; }

    public TStruct Struct { get; set; }

    public TStruct? NullableStruct { get; set; }

    public List<TNotNull> List { get; set; } = [];
}

public class Everything
{
    public byte[]? Bytes { get; set; }

    public TimeSpan Span { get; set; }

    public Uri? Uri { get; set; }

    public JsonElement Element { get; set; }

    public JsonNode? Node { get; set; }

    public JsonObject? Object { get; set; }

    public object? Any { get; set; }

    public Dictionary<string, object>? Map { get; set; }

    public Rights Rights { get; set; }

    public Color? Color { get; set; }

    public char Character { get; set; }

    public Half Half { get; set; }

    public Int128 Huge { get; set; }

    public DateOnly? Date { get; set; }

    public Version? Version { get; set; }

    public int? Number { get; set; }

    public double[]? Reals { get; set; }

    public ImmutableArray<int>? Immutable { get; set; }

    public Memory<byte> Memory { get; set; }
}

public class Twisted(string name, int Count)
{
    public string Name { get; } = name;

    public int count { get; set; } = Count;

    [JsonPropertyName("renamed")] public string? NAME2 { get; init; }
}

public record ManyParameters(int A, int B, int C, int D, int E, string F, string? G, Color H = Color.Red, List<int>? I = null, Point? J = null);

public class WithInterface
{
    public IList<int>? List { get; set; }

    public IReadOnlyDictionary<string, IReadOnlyList<int>>? Map { get; set; }

    public ISet<string>? Set { get; set; }

    public IEnumerable<Point>? Points { get; set; }
}

public class Escaped
{
    [JsonPropertyName("a~b/c%d e\"f\\g")] public Node? Odd { get; set; }

    [JsonPropertyName("a~b/c2")] public List<Escaped>? Others { get; set; }

    [JsonPropertyName("$ref")] public int Reference { get; set; }

    [JsonPropertyName("emoji\ud83d\ude00")] public int Emoji { get; set; }
}

public record Optionals(string? A, string B = "b", int? C = null, int D = 4, Point? E = null, Color F = Color.Blue, string? G = "g");

public struct RequiredStruct
{
    public required int A { get; set; }

    [JsonRequired] public string? B { get; set; }
}

public struct PrivateStruct
{
    [JsonInclude] public int A { get; private set; }

    [JsonInclude] internal string? B { get; init; }
}

public struct FieldsOfStruct
{
    [JsonInclude] public int A;

    [JsonInclude] private int _b;

    public int B => _b;
}

public class PartlyHidden : Base
{
    [JsonPropertyName("inherited")] public string? Own { get; set; }

    [JsonIgnore] public new string? Inherited { get; set; }

    public new string? Hidden { get; set; }
}

public class Callbacks : IJsonOnDeserialized, IJsonOnSerializing, IJsonOnDeserializing, IJsonOnSerialized
{
    private int _read;

    public int Value { get; set; }

    public void OnDeserialized() => _read += 1;

    public void OnDeserializing() => _read += 10;

    public void OnSerializing() => Value += _read;

    public void OnSerialized() => Value = 0;
}

public struct StructConstructor
{
    public StructConstructor() => A = 5;

    public int A { get; set; }

    public int B { get; set; } = 7;
}

public class GenericPrivate<T>
{
    public GenericPrivate(T value) => Value = value;

    public T Value { get; }
}

public class ExtensibleNode
{
    [JsonExtensionData] public JsonObject? Rest { get; set; }

    public int Known { get; set; }
}
