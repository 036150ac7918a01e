using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.Mapping;

/// <summary>A place to write JSON that becomes the text of a JSON string; one for a whole request.</summary>
internal sealed class JsonScratch : IDisposable
{
    /// <summary>
    /// How requests are written. The body is no HTML, so only what JSON demands is escaped: Chinese text stays text. The
    /// writer's validation is off, for this code writes whole values only.
    /// </summary>
    public static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private PooledBuffer<byte>? _buffer;
    private Utf8JsonWriter? _writer;

    /// <summary>The JSON of a value; valid until the next use of this scratch.</summary>
    public ReadOnlySpan<byte> Json(object? value)
    {
        var writer = Start();
        JsonValueWriter.Write(writer, value);
        writer.Flush();
        return _buffer!.Written;
    }

    /// <summary>The arguments of a call as a JSON object; valid until the next use of this scratch.</summary>
    /// <exception cref="NotSupportedException">An argument has no JSON.</exception>
    public ReadOnlySpan<byte> Arguments(FunctionCallContent call)
    {
        if (call.Arguments is not { Count: > 0 } arguments) return "{}"u8;
        var writer = Start();
        writer.WriteStartObject();
        // Enumerating the interface would allocate.
        if (arguments is Dictionary<string, object?> dictionary)
        {
            foreach (var argument in dictionary) WriteArgument(writer, call, argument);
        }
        else
        {
            foreach (var argument in arguments) WriteArgument(writer, call, argument);
        }

        writer.WriteEndObject();
        writer.Flush();
        return _buffer!.Written;
    }

    /// <summary>Room for bytes that are no JSON, such as an address.</summary>
    public PooledBuffer<byte> Bytes()
    {
        _buffer ??= new PooledBuffer<byte>();
        _buffer.Clear();
        return _buffer;
    }

    public void Dispose()
    {
        // A writer that still holds bytes, after an exception, would put them into the buffer: it goes first.
        _writer?.Dispose();
        _buffer?.Dispose();
    }

    private static void WriteArgument(Utf8JsonWriter writer, FunctionCallContent call, KeyValuePair<string, object?> argument)
    {
        writer.WritePropertyName(argument.Key);
        try
        {
            JsonValueWriter.Write(writer, argument.Value);
        }
        catch (Exception e) when (JsonValueWriter.IsUnwritable(e))
        {
            throw new NotSupportedException(
                $"The argument '{argument.Key}' of call '{call.CallId}' to the tool '{call.Name}' is a {argument.Value?.GetType()} "
                + $"that cannot be written as JSON: {e.Message}", e);
        }
    }

    private Utf8JsonWriter Start()
    {
        var buffer = Bytes();
        if (_writer is null) _writer = new Utf8JsonWriter(buffer, WriterOptions);
        else _writer.Reset();
        return _writer;
    }
}
