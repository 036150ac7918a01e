// Plain classes: what is read, what is written, and by which name.
using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sample;

public class Settings
{
    public string Name { get; set; } = "";

    public int? Count { get; set; }

    public bool Enabled { get; set; } = true;

    public List<string>? Tags { get; set; }

    public string?[]? Maybe { get; set; }
}

public class Guarded
{
    public int ReadOnly { get; } = 1;

    public int Computed => 2;

    public int Private { get; private set; } = 3;

    [JsonInclude] public int Included { get; private set; } = 4;

    [JsonInclude] internal string? Internal { get; set; }

    [JsonInclude] private int Hidden { get; set; } = 5;

    [JsonInclude] public int Init { get; private init; } = 6;

    protected int Protected { get; set; } = 7;

    private int _written;

    public int WriteOnly { set => _written = value; }

    public static int Static { get; set; } = 8;

    public int this[int index] => index;
}

public class Renamed
{
    [JsonPropertyName("other-name")] public string? Name { get; set; }

    [JsonPropertyName("ÄÖ/~\"")] public int Odd { get; set; }

    [JsonPropertyName("")] public int Nameless { get; set; }

    public string? URLValue { get; set; }

    public string? ID { get; set; }

    public string? A1B { get; set; }

    public string? Äpfel { get; set; }

    public string? _under { get; set; }

    public string? @class { get; set; }

    public string? iOS { get; set; }
}

public class Ignoring
{
    [JsonIgnore] public string? Never { get; set; } = "kept";

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] public string? Always { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? NotNull { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public int NotZero { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)] public string? ReadAlone { get; set; } = "r";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)] public string? WrittenAlone { get; set; } = "w";
}

public class Demanding
{
    [JsonRequired] public string? Named { get; set; }

    public required int Number { get; set; }

    public required string? Text { get; init; }

    [JsonRequired, JsonPropertyName("third")] public int Third { get; set; }
}

public class Constructed
{
    public Constructed() => Name = "default";

    [JsonConstructor]
    public Constructed(string name, int size = 4)
    {
        Name = name + "!";
        Size = size;
    }

    public string Name { get; }

    public int Size { get; }

    public string? Extra { get; set; }
}

public class Secretive
{
    [JsonConstructor]
    private Secretive(string name) => Name = name;

    public string Name { get; }
}

public class Ordered
{
    [JsonPropertyOrder(2)] public int Last { get; set; }

    public int Middle { get; set; }

    [JsonPropertyOrder(-1)] public int First { get; set; }

    public int Middle2 { get; set; }
}

[JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
public class Lenient
{
    public int Number { get; set; }

    public double? Real { get; set; }

    [JsonNumberHandling(JsonNumberHandling.Strict)] public int Strict { get; set; }

    public List<long>? Numbers { get; set; }
}

public class Texts
{
    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)] public long Long { get; set; }

    [JsonNumberHandling(JsonNumberHandling.WriteAsString)] public decimal Written { get; set; }

    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] public int[]? Items { get; set; }
}

public class Fields
{
    public int NotIncluded = 1;

    [JsonInclude] public int Included = 2;

    [JsonInclude] private string? _private;

    [JsonInclude, JsonPropertyName("renamed")] public readonly int Fixed = 3;

    public string? Property { get => _private; set => _private = value; }
}

public class Base
{
    public string? Inherited { get; set; }

    public virtual string? Overridden { get; set; } = "base";

    public object? Hidden { get; set; }

    public virtual int Covered { get; set; }

    public string? Shared { get; private protected set; }
}

public class Derived : Base
{
    public int Own { get; set; }

    public override string? Overridden { get; set; } = "derived";

    public new int Hidden { get; set; }

    [JsonIgnore] public override int Covered { get; set; }
}

public sealed class MostDerived : Derived
{
    public override string? Overridden { get => base.Overridden + "."; set => base.Overridden = value; }
}

public class Outer
{
    public Inner? In { get; set; }

    public class Inner
    {
        public int Value { get; set; }

        public Innermost? More { get; set; }

        public record Innermost(string Text);
    }
}

public class Filled
{
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public List<int> Numbers { get; } = [1];

    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public Dictionary<string, int> Map { get; } = new() { ["a"] = 1 };

    public List<int> Kept { get; } = [2];
}

[JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
public class AllFilled
{
    public List<int> Numbers { get; } = [1];

    public Settings Settings { get; } = new() { Name = "preset" };
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public class Closed
{
    public int Known { get; set; }

    public Settings? Open { get; set; }
}

public class Extensible
{
    public int Known { get; set; }

    [JsonExtensionData] public Dictionary<string, JsonElement>? Rest { get; set; }
}

public class Oblivious
{
#nullable disable
    public string Text { get; set; }

    public List<string> Texts { get; set; }
#nullable enable
    [DisallowNull] public string? NotSet { get; set; }

    [AllowNull] public string Settable { get; set; } = "";

    [MaybeNull] public string Gettable { get; set; } = "";

    [NotNull] public string? Got { get; set; } = "";
}

public interface IGiven
{
    string Name { get; }
}

public class Given : IGiven
{
    string IGiven.Name => "explicit";

    public string? Name { get; set; }

    internal int Unseen { get; set; }
}

internal class Inside
{
    public int Value { get; set; }

    public InsideEnum Kind { get; set; }
}

internal enum InsideEnum { A, B }

public class Nothing { }
