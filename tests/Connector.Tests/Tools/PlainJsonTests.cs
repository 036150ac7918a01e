using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Tools;

namespace Websopy.SemanticKernel.Connector.Tests.Tools;

public sealed class PlainJsonTests
{
    private static readonly JsonSerializerOptions Options = new(AIJsonUtilities.DefaultOptions) { WriteIndented = false };

    public static TheoryData<string?> Texts => new(
        null, "", "plain", "with \"quotes\" and \\", "lines\r\n\tand\0\u0001\u001f\u007f", "äöü 日本語 🎉", "<b>&amp;'+`</b>", "\u2028\u2029\ufeff\ufffd\uffff\ue000",
        "half \ud83c", "\udf89 half", new string('x', 169), new string('x', 170), new string('x', 171), new string('日', 5_000), new string('"', 5_000), new string('\u0001', 5_000), "x" + new string('\n', 255));

    [Theory]
    [MemberData(nameof(Texts))]
    public void TryWrite_Text_IsWhatTheSerializerWrites(string? text)
    {
        if (PlainJson.TryWrite(text, out var json)) Assert.Equal(Serialized(text), json.GetRawText());
        else Assert.True(text!.Any(char.IsSurrogate) || text!.All(character => character == '\u0001'), "only half characters, and much to escape, are left to the serializer");
    }

    [Fact]
    public void TryWrite_EveryCharacter_IsWhatTheSerializerWrites()
    {
        for (var character = '\0'; character < '\uffff'; character++)
        {
            var text = $"a{character}b";
            if (PlainJson.TryWrite(text, out var json)) Assert.Equal(Serialized(text), json.GetRawText());
            else Assert.True(char.IsSurrogate(character) || JavaScriptEncoder.UnsafeRelaxedJsonEscaping.WillEncode(character), $"U+{(int)character:X4}");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void TryWrite_Integer_IsWhatTheSerializerWrites(int number)
    {
        Assert.True(PlainJson.TryWrite(number, out var json));
        Assert.Equal(Serialized(number), json.GetRawText());
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void TryWrite_LongInteger_IsWhatTheSerializerWrites(long number)
    {
        Assert.True(PlainJson.TryWrite(number, out var json));
        Assert.Equal(Serialized(number), json.GetRawText());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TryWrite_TruthValue_IsWhatTheSerializerWrites(bool value)
    {
        Assert.True(PlainJson.TryWrite(value, out var json));
        Assert.Equal(Serialized(value), json.GetRawText());
    }

    [Fact]
    public void TryWrite_OtherType_IsLeftToTheSerializer() => Assert.False(PlainJson.TryWrite(1.5, out _));

    private static string Serialized<T>(T value) => JsonSerializer.SerializeToElement(value, Options.GetTypeInfo(typeof(T))).GetRawText();
}
