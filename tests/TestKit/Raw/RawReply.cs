using System.Globalization;
using System.Text;
using Websopy.SemanticKernel.TestKit.Bytes;

namespace Websopy.SemanticKernel.TestKit.Raw;

/// <summary>What a <see cref="RawHttpServer"/> does with one connection, byte by byte.</summary>
/// <param name="Script">The bytes, head included. A fault resets the connection.</param>
public sealed record RawReply(ByteScript Script)
{
    /// <summary>Whether the request is read before the script begins.</summary>
    public bool ReadsRequest { get; init; } = true;

    public ConnectionEnd End { get; init; } = ConnectionEnd.Close;

    /// <summary>Accepts the connection and closes it without a word.</summary>
    public static RawReply Nothing { get; } = new(new ByteScript());

    /// <summary>Takes the request and is silent until the gate opens.</summary>
    public static RawReply StallBeforeHead(Gate gate) => new(new ByteScript().Stall(gate));

    /// <summary>A status line, headers and a body that is as long as it says.</summary>
    public static RawReply Status(string statusLine, string body = "", params (string Name, string Value)[] headers)
    {
        var length = Encoding.UTF8.GetByteCount(body).ToString(CultureInfo.InvariantCulture);
        return new(ByteScript.Of(Head(statusLine, [.. headers, ("Content-Length", length)]) + body));
    }

    /// <summary>An event stream that ends with the connection.</summary>
    public static RawReply EventStream(ByteScript body) =>
        new(Prefix(Head("200 OK", ("Content-Type", "text/event-stream")), body.Steps));

    /// <summary>An event stream in chunks, one to a segment of the body; <paramref name="ends"/>: with the chunk that ends it.</summary>
    public static RawReply ChunkedEventStream(ByteScript body, bool ends = true)
    {
        var steps = body.Steps.Select(step => step is ByteStep.Data data ? new ByteStep.Data(Frame(data.Bytes)) : step);
        if (ends)
            steps = steps.Append(new ByteStep.Data("0\r\n\r\n"u8.ToArray()));

        return new(Prefix(Head("200 OK", ("Content-Type", "text/event-stream"), ("Transfer-Encoding", "chunked")), steps));
    }

    public static string Head(string statusLine, params (string Name, string Value)[] headers) =>
        $"HTTP/1.1 {statusLine}\r\n{string.Concat(headers.Select(header => $"{header.Name}: {header.Value}\r\n"))}Connection: close\r\n\r\n";

    private static byte[] Frame(ReadOnlyMemory<byte> bytes) =>
        [.. Encoding.ASCII.GetBytes($"{bytes.Length:x}\r\n"), .. bytes.Span, .. "\r\n"u8];

    private static ByteScript Prefix(string head, IEnumerable<ByteStep> steps)
    {
        var script = ByteScript.Of(head);
        foreach (var step in steps)
        {
            _ = step switch
            {
                ByteStep.Data data => script.Send(data.Bytes),
                ByteStep.Stall stall => script.Stall(stall.Gate),
                ByteStep.Fault fault => script.Fault(fault.Exception),
                _ => script,
            };
        }

        return script;
    }
}
