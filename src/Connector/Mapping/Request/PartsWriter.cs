using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.Mapping;

/// <summary>Writes <c>content</c> that may have several parts: one text is a string, several texts or any image an array.</summary>
internal sealed class PartsWriter(Utf8JsonWriter writer, JsonScratch scratch)
{
    /// <summary>Writes the contents; returns the first one that cannot be part of it, and then the body is of no use.</summary>
    /// <param name="contents">What to write; usage and empty text say nothing.</param>
    /// <param name="skipResults">Whether results among the contents are written elsewhere, as a message's are.</param>
    public AIContent? Write(IList<AIContent> contents, bool skipResults)
    {
        var parts = 0;
        TextContent? text = null;
        for (var i = 0; i < contents.Count; i++)
        {
            var content = contents[i];
            if (SaysNothing(content, skipResults)) continue;
            if (content is TextContent t) text = t;
            else if (!IsImage(content)) return content;
            parts++;
        }

        if (parts == 0)
            writer.WriteString(EncodedNames.Content, ""u8);
        else if (parts == 1 && text is not null)
            writer.WriteString(EncodedNames.Content, text.Text);
        else
            WriteArray(contents, skipResults);
        return null;
    }

    private static bool SaysNothing(AIContent? content, bool skipResults) => content switch
    {
        TextContent text => text.Text.Length == 0,
        UsageContent or null => true,
        FunctionResultContent => skipResults,
        _ => false,
    };

    private static bool IsImage(AIContent content) => content switch
    {
        DataContent data => data.HasTopLevelMediaType("image"),
        UriContent uri => uri.HasTopLevelMediaType("image") && uri.Uri.IsAbsoluteUri && uri.Uri.Scheme is "https" or "data",
        _ => false,
    };

    private void WriteArray(IList<AIContent> contents, bool skipResults)
    {
        writer.WriteStartArray(EncodedNames.Content);
        for (var i = 0; i < contents.Count; i++)
        {
            if (!SaysNothing(contents[i], skipResults)) WritePart(contents[i]);
        }

        writer.WriteEndArray();
    }

    private void WritePart(AIContent content)
    {
        writer.WriteStartObject();
        writer.WriteString(WireNames.Part.Type, content is TextContent ? WireNames.Part.Text : WireNames.Part.Image);
        switch (content)
        {
            case TextContent text: writer.WriteString(WireNames.Part.Text, text.Text); break;
            case UriContent uri: writer.WriteString(WireNames.Part.Url, uri.Uri.AbsoluteUri); break;
            case DataContent data: writer.WriteString(WireNames.Part.Url, DataUri(data)); break;
        }

        writer.WriteEndObject();
    }

    /// <summary>Encoded from the bytes: <see cref="DataContent.Uri"/> would keep a string of 2.7 times the image with the history.</summary>
    private ReadOnlySpan<byte> DataUri(DataContent content)
    {
        var buffer = scratch.Bytes();
        buffer.Write("data:"u8);
        buffer.Advance(Encoding.UTF8.GetBytes(content.MediaType, buffer.GetSpan(Encoding.UTF8.GetMaxByteCount(content.MediaType.Length))));
        buffer.Write(";base64,"u8);
        var data = content.Data.Span;
        Base64.EncodeToUtf8(data, buffer.GetSpan(Base64.GetMaxEncodedToUtf8Length(data.Length)), out _, out var written);
        buffer.Advance(written);
        return buffer.Written;
    }
}
