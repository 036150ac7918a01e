namespace Websopy.SemanticKernel.ToolGenerator.Tests.Differential;

/// <summary>The types that signatures are made of. The classes and records are those in Sources/Types.</summary>
internal static class Leaves
{
    private static readonly Leaf[] Scalars =
    [
        new("sbyte", "-5", "(sbyte)-5"), new("byte", "255", "(byte)255"), new("short", "-300", "(short)-300"), new("ushort", "65535", "(ushort)65535"),
        new("int", "int.MinValue", "42"), new("uint", "uint.MaxValue", "42u"), new("long", "long.MinValue", "42L"), new("ulong", "ulong.MaxValue", "42ul"),
        new("Int128"), new("UInt128"), new("Half"), new("float", "0.1f", "1.5f"), new("double", "1e300", "0.1"), new("decimal", "79228162514264337593543950335m"),
        new("bool", "true", "true"), new("char", "'\\''", "'ä'"), new("string", "\"a\\\"b\\\\c\\n\\u0001ä\"", "\"text\""), new("object", "null!"),
        new("DateTime"), new("DateTimeOffset"), new("DateOnly"), new("TimeOnly"), new("TimeSpan"), new("Guid"), new("Uri", "null!"), new("Version", "null!"),
        new("byte[]", "null!"), new("Memory<byte>"), new("ReadOnlyMemory<byte>"), new("JsonElement", null), new("JsonNode", "null!"), new("JsonObject", "null!"),
        new("JsonArray", "null!"), new("JsonValue", "null!"), new("JsonDocument", "null!"),
    ];

    private static readonly Leaf[] Enums =
    [
        new("Color", "Color.Blue", "Color.Green"), new("Rights", "Rights.Read | Rights.Write", "Rights.All"), new("Level", "Level.High", "Level.Low"), new("Signed", "Signed.Below", "Signed.Above"),
        new("Large", "Large.Huge", "Large.Small"), new("Spoken", "Spoken.Second", "Spoken.First"), new("Twins", "Twins.Uno", "Twins.Two"), new("Marked", "Marked.Yes", "Marked.Yes"),
        new("Numbered", "Numbered.One", "Numbered.One"), new("Empty"), new("Sparse", "Sparse.Four | Sparse.Sixteen", "Sparse.Twenty"),
    ];

    private static readonly string[] Structs =
        ["Money", "Span", "Plain", "Built", "Chosen", "Fixed", "Linked", "Temperature", "KeyValuePair<string, int>"];

    private static readonly string[] Classes =
    [
        "Point", "Person", "Address", "Employee", "Preset", "Assured", "Page<Point>", "Page<string?>", "Pair<string, int?>", "Box<Color>", "Box<Money?>", "Wrapped", "Circle",
        "Settings", "Guarded", "Renamed", "Ignoring", "Demanding", "Constructed", "Secretive", "Ordered", "Lenient", "Texts", "Fields", "Base", "Derived", "MostDerived", "Outer",
        "Outer.Inner.Innermost", "Filled", "AllFilled", "Closed", "Extensible", "Oblivious", "Given", "Nothing", "Node", "Tree", "Left", "Right", "Graph", "Twice", "Chain<int>", "Chain<Point>",
        "Order", "Ticket", "Described", "Titled", "Describing", "DescribedDerived", "Csv", "Converting",
    ];

    public static IReadOnlyList<Leaf> All { get; } =
        [.. Scalars, .. Enums, .. Structs.Select(type => new Leaf(type, null)), .. Classes.Select(type => new Leaf(type, "null!"))];
}
