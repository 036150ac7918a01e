using System.Collections.ObjectModel;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Mapping;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.Tests.Mapping.RequestWriting;

public class RequestArgumentTests
{
    private enum Colour
    {
        Red,
    }

    private static string Arguments(IDictionary<string, object?>? arguments)
    {
        var body = RequestBody.Of([new(ChatRole.Assistant, [new FunctionCallContent("id", "f", arguments)])]);
        return RequestBody.Json(body).GetProperty("messages")[0].GetProperty("toolCalls")[0].GetProperty("arguments").GetString()!;
    }

    private static string Argument(object? value) => Arguments(new Dictionary<string, object?> { ["a"] = value })[5..^1];

    public static TheoryData<object?, string> Values => new()
    {
        { null, "null" },
        { "你好\n\"", """
            "你好\n\""
            """ },
        { true, "true" },
        { 1, "1" },
        { long.MinValue, "-9223372036854775808" },
        { ulong.MaxValue, "18446744073709551615" },
        { 0.1, "0.1" },
        { 0.1f, "0.1" },
        { 1.10m, "1.10" },
        { (byte)7, "7" },
        { 'x', "\"x\"" },
        { Colour.Red, "\"Red\"" },
        { new Guid("11111111-2222-3333-4444-555555555555"), "\"11111111-2222-3333-4444-555555555555\"" },
        { new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), "\"2026-01-02T03:04:05+00:00\"" },
        { new Uri("https://example.com/"), "\"https://example.com/\"" },
        { new byte[] { 1, 2 }, "\"AQI=\"" },
        { new[] { 1, 2 }, "[1,2]" },
        { new object?[] { 1, "a", null, new List<object?> { true } }, """[1,"a",null,[true]]""" },
        { new Dictionary<string, object?> { ["k"] = new Dictionary<string, object?> { ["l"] = 1.5 } }, """{"k":{"l":1.5}}""" },
        { new SortedDictionary<string, int> { ["b"] = 2, ["a"] = 1 }, """{"a":1,"b":2}""" },
        { new { Name = "n", Value = 1 }, """{"name":"n","value":1}""" },
        { JsonNode.Parse("""{ "n" : [ 1 , "你" ] }"""), """{"n":[1,"你"]}""" },
        { JsonDocument.Parse("[ 1 ]"), "[1]" },
    };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void Write_ArgumentValue_AsJson(object? value, string expected) => Assert.Equal(expected, Argument(value));

    [Theory]
    [InlineData("""{ "k" : [ 1.50 , true , null ] }""", """{"k":[1.50,true,null]}""")]
    [InlineData("\"plain\"", "\"plain\"")]
    [InlineData("-1.0e5", "-1.0e5")]
    [InlineData("null", "null")]
    [InlineData("\"\\u4f60\\/\\u0041\"", "\"你/A\"")]
    [InlineData("\"你\"", "\"你\"")]
    [InlineData("\"\\ud83d\"", "\"\\ud83d\"")]
    [InlineData("{\"a\\uDC00\":1}", "{\"a\\uDC00\":1}")]
    public void Write_Element_CompactAndDecoded(string json, string expected) => Assert.Equal(expected, Argument(RequestBody.Json(json)));

    [Fact]
    public void Write_NoArguments_EmptyObject()
    {
        Assert.Equal("{}", Arguments(null));
        Assert.Equal("{}", Arguments(new Dictionary<string, object?>()));
    }

    [Fact]
    public void Write_AnyKindOfDictionary_TheSame()
    {
        Assert.Equal("""{"a":1,"名":"b"}""", Arguments(new Dictionary<string, object?> { ["a"] = 1, ["名"] = "b" }));
        Assert.Equal("""{"a":1}""", Arguments(new AIFunctionArguments { ["a"] = 1 }));
        Assert.Equal("""{"a":1}""", Arguments(new ReadOnlyDictionary<string, object?>(new Dictionary<string, object?> { ["a"] = 1 })));
    }

    [Fact]
    public void Write_OneCallAfterAnother_EachItsOwn() =>
        Assert.Contains(
            """{"id":"1","name":"f","arguments":"{\"a\":\"long long long\"}"},{"id":"2","name":"f","arguments":"{\"b\":2}"}""",
            RequestBody.OfMessages(new ChatMessage(ChatRole.Assistant,
            [
                new FunctionCallContent("1", "f", new Dictionary<string, object?> { ["a"] = "long long long" }),
                new FunctionCallContent("2", "f", new Dictionary<string, object?> { ["b"] = 2 }),
            ])),
            StringComparison.Ordinal);

    public static TheoryData<object> Unwritable => new()
    {
        double.NaN, float.PositiveInfinity, (Action)(() => { }), typeof(string), default(JsonElement),
    };

    [Theory]
    [MemberData(nameof(Unwritable), DisableDiscoveryEnumeration = true)]
    public void Write_ArgumentWithoutJson_SaysToolAndArgument(object value) => AssertUnwritable(value);

    [Fact]
    public void Write_ArgumentThatHoldsItself_SaysToolAndArgument()
    {
        var dictionary = new Dictionary<string, object?>();
        dictionary["self"] = dictionary;
        var list = new List<object?>();
        list.Add(list);

        AssertUnwritable(dictionary);
        AssertUnwritable(list);
    }

    private static void AssertUnwritable(object value)
    {
        var exception = Assert.Throws<NotSupportedException>(() => Argument(value));

        Assert.Contains("argument 'a'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("tool 'f'", exception.Message, StringComparison.Ordinal);
        Assert.NotNull(exception.InnerException);
    }

    [Fact]
    public void WriteWithoutTypeInfo_WhatTheValueTells_AsWithTypeInfo()
    {
        Assert.Equal("\"AQI=\"", WithoutTypeInfo(new byte[] { 1, 2 }));
        Assert.Equal("\"11111111-2222-3333-4444-555555555555\"", WithoutTypeInfo(new Guid("11111111-2222-3333-4444-555555555555")));
        Assert.Equal("\"https://example.com/\"", WithoutTypeInfo(new Uri("https://example.com/")));
        Assert.Equal("\"Red\"", WithoutTypeInfo(Colour.Red));
        Assert.Equal("7", WithoutTypeInfo((byte)7));
        Assert.Equal("[1,2]", WithoutTypeInfo(new[] { 1, 2 }));
        Assert.Equal("""{"a":1}""", WithoutTypeInfo(new SortedDictionary<string, object?> { ["a"] = 1 }));
        Assert.Throws<NotSupportedException>(() => WithoutTypeInfo(new object()));
    }

    private static string WithoutTypeInfo(object value)
    {
        using var buffer = new PooledBuffer<byte>();
        using var writer = new Utf8JsonWriter(buffer, JsonScratch.WriterOptions);
        JsonValueWriter.WriteWithoutTypeInfo(writer, value);
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.Written);
    }
}
