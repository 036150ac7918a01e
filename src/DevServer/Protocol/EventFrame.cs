using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Websopy.SemanticKernel.DevServer.Protocol;

/// <summary>The bytes of one event, <c>id: RUN-N</c> and <c>data: JSON</c>, made in a buffer that the next event uses again.</summary>
internal sealed class EventFrame : IDisposable
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly Utf8JsonWriter _json;
    private readonly byte[] _idPrefix;
    private long _count;

    public EventFrame(string runId)
    {
        _idPrefix = Encoding.ASCII.GetBytes($"id: {runId}-");
        // The body is no HTML; the default encoder makes six bytes of every Chinese character.
        _json = new Utf8JsonWriter(_bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
    }

    /// <summary>Starts the next event, in place of one that was begun and not ended.</summary>
    public Utf8JsonWriter Begin()
    {
        _bytes.ResetWrittenCount();
        _bytes.Write(_idPrefix);
        Utf8Formatter.TryFormat(_count + 1, _bytes.GetSpan(20), out var written);
        _bytes.Advance(written);
        _bytes.Write("\ndata: "u8);
        _json.Reset(_bytes);
        return _json;
    }

    /// <summary>The whole event; valid until the next <see cref="Begin"/>.</summary>
    public ReadOnlySpan<byte> End()
    {
        _json.Flush();
        _bytes.Write("\n\n"u8);
        _count++;
        return _bytes.WrittenSpan;
    }

    public void Dispose() => _json.Dispose();
}
