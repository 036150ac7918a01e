using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

/// <summary>Between the bytes of a file and its text, exact in both directions: encoding and byte order mark are kept.</summary>
internal static class SourceBytes
{
    /// <summary>UTF-8 without a byte order mark: how new files are written.</summary>
    public static Encoding Default { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding[] Marked =
    [
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    /// <summary>The text of a file, which remembers its encoding.</summary>
    /// <exception cref="CodeException">It is too large, binary, or in an encoding that cannot be told.</exception>
    public static SourceText Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > EditLimits.File)
        {
            throw new CodeException(CodeErrorKind.LimitExceeded, $"The file has {bytes.Length} bytes; at most {EditLimits.File} can be read as source.");
        }

        var encoding = Default;
        foreach (var marked in Marked)
        {
            encoding = bytes.StartsWith(marked.Preamble) ? marked : encoding;
        }

        string text;
        try
        {
            text = encoding.GetString(bytes[encoding.Preamble.Length..]);
        }
        catch (DecoderFallbackException inner)
        {
            throw new CodeException(CodeErrorKind.InvalidArgument, "The file is binary, or text that is neither UTF-8 nor UTF-16 with a byte order mark. Save it as UTF-8 first.", inner);
        }

        return text.Contains('\0', StringComparison.Ordinal)
            ? throw new CodeException(CodeErrorKind.InvalidArgument, "The file is binary: it contains null characters.")
            : SourceText.From(text, encoding);
    }

    /// <summary>The bytes of a text in the encoding that it remembers, else in UTF-8.</summary>
    public static byte[] Encode(SourceText text) => Encode(text, text.Encoding ?? Default);

    /// <summary>The bytes of a text in a given encoding, with its byte order mark if it writes one.</summary>
    /// <exception cref="CodeException">The text holds half of a surrogate pair.</exception>
    public static byte[] Encode(SourceText text, Encoding encoding)
    {
        // An encoding of Roslyn's writes a question mark for what it cannot; only a clone may be told otherwise.
        var strict = (Encoding)encoding.Clone();
        strict.EncoderFallback = EncoderFallback.ExceptionFallback;
        try
        {
            return [.. encoding.GetPreamble(), .. strict.GetBytes(text.ToString())];
        }
        catch (EncoderFallbackException inner)
        {
            throw new CodeException(CodeErrorKind.InvalidArgument, $"The text cannot be written as {encoding.WebName}: a character at offset {inner.Index} has no form in it.", inner);
        }
    }
}
