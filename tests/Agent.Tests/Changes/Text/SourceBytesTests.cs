using System.Text;
using Microsoft.CodeAnalysis.Text;
using Websopy.SemanticKernel.CodeIntelligence;
using Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

namespace Websopy.SemanticKernel.Agent.Tests.Changes.Text;

public sealed class SourceBytesTests
{
    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", false }, { "utf-8", true }, { "utf-16", true }, { "utf-16BE", true },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Encode_DecodedBytes_AreTheSame(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        foreach (var text in new[] { "", "a", "class Ä { /* 😀 */ }\r\nx\n\ry\u2028z", "\uFEFFtwo marks" })
        {
            byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
            // A mark within the text is the file's own when the text begins with it and no other does.
            var decoded = SourceBytes.Decode(bytes);
            Assert.Equal(bytes, SourceBytes.Encode(decoded));
            Assert.Equal(mark || text.Length == 0 || text[0] != '\uFEFF' ? text : text[1..], decoded.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Encode_ChangedText_KeepsTheEncoding(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes("int é;")];
        var changed = SourceBytes.Decode(bytes).WithChanges(new TextChange(new TextSpan(4, 1), "ü"));
        Assert.Equal([.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes("int ü;")], SourceBytes.Encode(changed));
    }

    [Fact]
    public void Encode_EveryFileHere_IsTheSame()
    {
        foreach (var (path, text) in SourceFiles.All())
            Assert.Equal(File.ReadAllBytes(Path.Combine(RepositoryFixture.Root, path)), SourceBytes.Encode(text));
    }

    [Theory]
    [InlineData(new byte[] { 0x61, 0x00, 0x62 }, CodeErrorKind.InvalidArgument)]
    [InlineData(new byte[] { 0x61, 0xE9, 0x62 }, CodeErrorKind.InvalidArgument)]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61 }, CodeErrorKind.InvalidArgument)]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0xD8, 0x61, 0x00 }, CodeErrorKind.InvalidArgument)]
    [InlineData(new byte[] { 0x4D, 0x5A, 0x90, 0x00 }, CodeErrorKind.InvalidArgument)]
    public void Decode_NoText_IsRefused(byte[] bytes, CodeErrorKind kind) =>
        Assert.Equal(kind, Assert.Throws<CodeException>(() => SourceBytes.Decode(bytes)).Kind);

    [Fact]
    public void Decode_TooLarge_IsRefused()
    {
        var bytes = new byte[EditLimits.File + 1];
        bytes.AsSpan().Fill((byte)'a');
        Assert.Equal(CodeErrorKind.LimitExceeded, Assert.Throws<CodeException>(() => SourceBytes.Decode(bytes)).Kind);
        Assert.Equal(EditLimits.File, SourceBytes.Decode(bytes.AsSpan(1)).Length);
    }

    [Fact]
    public void Encode_HalfASurrogatePair_IsRefused() =>
        Assert.Equal(CodeErrorKind.InvalidArgument, Assert.Throws<CodeException>(() => SourceBytes.Encode(SourceText.From("a\uD800", SourceBytes.Default))).Kind);
}
