// Parameters: names, defaults, nullability, and how many there are.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Threading;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel;
using Websopy.SemanticKernel.ToolGenerator.Tests.Differential;

namespace Sample.Tools;

[ToolSet]
public class ParameterNames
{
    [Tool] public string Keyword(string @class, int @int) => Probe.Return(@class, @class, @int);

    [Tool] public string NonAscii(string größe, string 名前) => Probe.Return(größe, größe, 名前);

    [Tool] public string Underscores(string _a, string __b, string _) => Probe.Return(_a, _a, __b, _);

    [Tool] public string Capitals(string Name, string URL, string name) => Probe.Return(Name, Name, URL, name);

    [Tool] public string LikeGenerated(string call, string arguments, string target, string tools, string options) => Probe.Return(call, call, arguments, target, tools, options);

    [Tool] public Node? LikeSchema(Node? properties, Tree? items, string type) => Probe.Return(properties, properties, items, type);

    [Tool] public string Renamed([AIParameterName("the-name")] string value, [AIParameterName("value")] int other = 3) => Probe.Return(value, value, other);

    [Tool] public Node RenamedRecursive([AIParameterName("a.b")] Node value) => Probe.Return(value, value);
}

[ToolSet]
public class ParameterDefaults
{
    [Tool] public string Many(string a = "x", int b = 1, bool c = true, double d = -0.5, string? e = null, Color f = Color.Green, long? g = 7, char h = 'z') => Probe.Return(a, a, b, c, d, e, f, g, h);

    [Tool] public string OptionalBeforeRequired([Optional] string a, string b) => Probe.Return(b, a, b);

    [Tool] public string OptionalDefault([Optional, DefaultParameterValue("d")] string a) => Probe.Return(a, a);

    [Tool] public int AttributeOverLanguage([DefaultValue(5)] int a = 6) => Probe.Return(a, a);

    [Tool] public string? AttributeNull([DefaultValue(null)] string? a) => Probe.Return(a, a);

    [Tool] public int? AttributeNullOfNullable([DefaultValue(null)] int? a) => Probe.Return(a, a);

    [Tool] public string RequiredWithDefault([Required] string a = "x") => Probe.Return(a, a);

    [Tool] public Color UnknownEnum(Color a = (Color)99) => Probe.Return(a, a);

    [Tool] public Rights UnknownFlags(Rights a = (Rights)9) => Probe.Return(a, a);

    [Tool] public Rights NoFlags(Rights a = 0) => Probe.Return(a, a);

    [Tool] public Sparse OverlappingFlags(Sparse a = (Sparse)20) => Probe.Return(a, a);

    [Tool] public Color? NullableEnum(Color? a = Color.Blue) => Probe.Return(a, a);

    [Tool] public Level ByteEnum(Level a = default) => Probe.Return(a, a);

    [Tool] public Signed NegativeEnum(Signed a = (Signed)(-7)) => Probe.Return(a, a);

    [Tool] public Numbered NumberedEnum(Numbered a = Numbered.One) => Probe.Return(a, a);

    [Tool] public decimal Decimal(decimal a = 1.50m) => Probe.Return(a, a);

    [Tool] public decimal? NullableDecimal(decimal? a = -0.000001m) => Probe.Return(a, a);

    [Tool] public float Float(float a = 3.4e38f) => Probe.Return(a, a);

    [Tool] public double Tiny(double a = double.Epsilon) => Probe.Return(a, a);

    [Tool] public double NegativeZero(double a = -0.0) => Probe.Return(a, a);

    [Tool] public double Large(double a = 1e21) => Probe.Return(a, a);

    [Tool] public double Whole(double a = 3) => Probe.Return(a, a);

    [Tool] public char Quote(char a = '"') => Probe.Return(a, a);

    [Tool] public char Control(char a = '\u0001') => Probe.Return(a, a);

    [Tool] public char Surrogate(char a = 'ß') => Probe.Return(a, a);

    [Tool] public string Odd(string a = "\u2028\u007f<>&'\\\t\ud83d\ude00\0") => Probe.Return(a, a);

    [Tool] public string EmptyText(string a = "") => Probe.Return(a, a);

    [Tool] public Guid DefaultGuid(Guid a = default) => Probe.Return(a, a);

    [Tool] public DateTimeOffset DefaultMoment(DateTimeOffset a = default) => Probe.Return(a, a);

    [Tool] public Guid? NoGuid(Guid? a = null) => Probe.Return(a, a);

    [Tool] public object? AnyDefault(object? a = null) => Probe.Return(a, a);

    [Tool] public object? AttributeOfAny([DefaultValue("x")] object? a) => Probe.Return(a, a);

    [Tool] public List<int>? NoList(List<int>? a = null) => Probe.Return(a, a);

    [Tool] public Money? NoMoney(Money? a = null) => Probe.Return(a, a);
}

[ToolSet]
public class ParameterCounts
{
    [Tool] public void None() => Probe.Saw("none");

    [Tool] public int Params(params int[] values) => Probe.Return(values.Length, values);

    [Tool] public int ParamsAfter(string first, params string[] rest) => Probe.Return(rest?.Length ?? -1, first, rest);

    [Tool] public int ParamsList(params List<int> values) => Probe.Return(values.Count, values);

    [Tool] public int Twenty(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, string k, string l, string m, string n, string o, bool p = true, bool q = false, int? r = null, Color s = Color.Red, Point? t = null) =>
        Probe.Return(a + j, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t);

    [Tool] public string SameTypes(Person first, Person second, List<Person> others) => Probe.Return(first.Name, first, second, others);

    [Tool] public string Recursives(Node first, Node? second, Tree third) => Probe.Return("x", first, second, third);
}

[ToolSet]
public class ParameterNullability
{
    [Tool] public string? AllowNull([AllowNull] string a) => Probe.Return(a, a);

    [Tool] public string? DisallowNull([DisallowNull] string? a) => Probe.Return(a, a);

    [Tool] public string? MaybeNull([MaybeNull] string a) => Probe.Return(a, a);

    [Tool] public List<string?>? InnerNullable(List<string?> a) => Probe.Return(a, a);

    [Tool] public List<string>? OuterNullable(List<string>? a) => Probe.Return(a, a);

    [Tool] public Dictionary<string, string?> NullableValues(Dictionary<string, string?> a) => Probe.Return(a, a);

    [Tool] public Settings? NullableObject(Settings? a) => Probe.Return(a, a);

    [Tool] public Dictionary<string, List<Point?>?>? NullableDeep(Dictionary<string, List<Point?>?>? a) => Probe.Return(a, a);

    [Tool] public string[]?[]? NullableArrays(string[]?[]? a) => Probe.Return(a, a);

    [Tool] public Money? NullableStruct(Money? a) => Probe.Return(a, a);

    [Tool] public Money?[] NullableStructs(Money?[]? a) => Probe.Return(a!, a);

    [Tool] public object? Anything(object? a, object b) => Probe.Return(a, a, b);

    [Tool] public dynamic? Dynamic(dynamic? a) => Probe.Return<object?>((object?)a, (object?)a);

    [Tool] public List<dynamic>? Dynamics(List<dynamic>? a) => Probe.Return(a, a);

}

#nullable disable
[ToolSet]
public class ParameterOblivious
{
    [Tool] public string Text(string a) => Probe.Return(a, a);

    [Tool] public string TextWithDefault(string a = null) => Probe.Return(a, a);

    [Tool] public List<string> Texts(List<string> a, int? b) => Probe.Return(a, a, b);

    [Tool] public Settings Object(Settings a) => Probe.Return(a, a);
}
#nullable restore

[ToolSet]
public class ParameterAnnotations
{
    [Tool] public string Text([Description("")] string empty, [Description("  spaces\nand lines  ")] string spaces, [StringLength(5, MinimumLength = 0)] string none) => Probe.Return(empty, empty, spaces, none);

    [Tool] public int Range([Range(int.MinValue, int.MaxValue)] int a, [Range(0, 5, MaximumIsExclusive = true)] int b, [Range(0.0, 5.0)] int c) => Probe.Return(a, a, b, c);

    [Tool] public double Reals([Range(-1.5, 1e30)] double a) => Probe.Return(a, a);

    [Tool] public string Types([DataType(DataType.DateTime)] string a, [DataType(DataType.Url)] string b, [DataType(DataType.EmailAddress)] string c, [DataType(DataType.Password)] string d) => Probe.Return(a, a, b, c, d);

    [Tool] public Uri Formats([EmailAddress] Uri a, [Url] Guid b, [DataType(DataType.Date)] DateTime c) => Probe.Return(a, a, b, c);

    [Tool] public List<int> Lists([MinLength(1)] List<int> a, [Length(1, 2)] int[] b, [MaxLength(3)] Dictionary<string, int> c) => Probe.Return(a, a, b, c);

    [Tool] public string? NullableText([MinLength(1), MaxLength(2)] string? a, [Length(0, 9)] string? b = null) => Probe.Return(a, a, b);

    [Tool] public Color Enums([AllowedValues(Color.Red, Color.Green)] Color a, [DeniedValues(Rights.All)] Rights b) => Probe.Return(a, a, b);

    [Tool] public string Values([AllowedValues("ä", "\"")] string a, [DeniedValues(1, 2L, 3.5f, 'c', true)] object b) => Probe.Return(a, a, b);

    [Tool] public Order Object([Description("Outer.")] Order order) => Probe.Return(order, order);

    [Tool] public List<Order> Objects(List<Order> orders) => Probe.Return(orders, orders);

    [Tool] public Described DescribedTwice([Description("Here.")] Described value, Described other) => Probe.Return(value, value, other);

    [Tool] public object Anything([Description("Any.")] object a, [Required] object b, [MaxLength(3)] object? c = null) => Probe.Return(a, a, b, c);

    [Tool] public string Pattern([RegularExpression("^\\d{2}\"[/]$")] string a, [Base64String] byte[] b) => Probe.Return(a, a, b);
}
