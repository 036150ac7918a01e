using System.Text;
using System.Text.Json;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.Tests.Protocol;

/// <summary>The short cut for the commonest event and the tokenizer must not differ in anything.</summary>
public sealed class PlainContentTests
{
    private static readonly string[] Pieces =
    [
        "a", " ", "word", "中文", "🙂", "\\n", "\\\"", "\\u4e2d", "\\ud83d", "\"", "\\", "}", "\"}", "{", ",", ":", "\t", "\n", "\0", "\x1f", "\x7f", "\u2028", "/", "",
        "\",\"content\":\"", "\",\"type\":\"done",
    ];

    private static readonly string[] WhiteSpace = [" ", "\t", "\r\n", "  ", "\v", "\u00a0"];

    [Fact]
    public void Read_AnyText_SameAsTheGeneralWay()
    {
        var random = new Random(20261122);
        var outcomes = new HashSet<bool>();
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            string Space() => random.Next(2) == 0 ? "" : WhiteSpace[random.Next(WhiteSpace.Length)];
            var fields = $"\"type\"{Space()}:{Space()}\"content\"{Space()},{Space()}\"content\"{Space()}:{Space()}\"{text}\"{Space()}";
            var (before, after) = ($"{Space()}{{{Space()}", $"}}{Space()}");
            var plain = before + fields + after;
            var general = Read(before + "\"unknown\":0," + fields + after); // another field in front is enough to miss the short cut
            Assert.Equal(general, Read(plain));
            outcomes.Add(general.StartsWith("text ", StringComparison.Ordinal));
        }

        Assert.Equal(2, outcomes.Count); // both good and bad JSON came up
    }

    [Theory]
    [InlineData("{\"type\":\"content\",\"content\":\"")]
    [InlineData("{\"type\":\"content\",\"content\":\"}")]
    [InlineData("{\"type\":\"content\",\"content\":\"}\"}\"}")]
    public void Read_CutOrDoubled_IsMalformed(string json) => Assert.StartsWith("malformed", Read(json), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"type":"\ud83d"}""")]
    [InlineData("""{"\ud83d":1,"type":"content","content":"x"}""")]
    public void Read_NameThatIsHalfACharacter_IsMalformed(string json) => Assert.Equal("malformed", Read(json));

    [Fact]
    public void Read_ToolWithANameThatIsHalfACharacter_IsMalformed() =>
        Assert.Throws<JsonException>(() => ToolFragment.Read("""{"\ud83d":"x"}"""u8).Name.GetStringOrNull());

    [Fact]
    public void Read_BytesThatAreNotUtf8_ThrowsWhenTheTextIsTaken()
    {
        byte[] json = [.. "{\"type\":\"content\",\"content\":\"a"u8, 0xC3, .. "\"}"u8];
        Assert.Throws<DecoderFallbackException>(() => ChunkReader.Read(json).Content.GetString());
    }

    private static string Read(string json)
    {
        try
        {
            var chunk = ChunkReader.Read(Encoding.UTF8.GetBytes(json));
            return $"text {chunk.Type} {chunk.Content.GetStringOrNull()} {chunk.Details?.Code}";
        }
        catch (JsonException)
        {
            return "malformed";
        }
    }
}
