using System.Globalization;
using System.Text;
using Websopy.SemanticKernel.TestKit.Http;

namespace Websopy.SemanticKernel.TestKit.Raw;

/// <summary>Reads one HTTP/1.1 request from a connection, with no more understanding than the tests need.</summary>
internal static class RequestReader
{
    public static async Task<RecordedRequest?> ReadAsync(Stream connection, CancellationToken cancellationToken)
    {
        if (await LineAsync(connection, cancellationToken) is not { Length: > 0 } requestLine)
            return null;

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await LineAsync(connection, cancellationToken) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        var parts = requestLine.Split(' ');
        return new(parts[0], parts[1], headers, await BodyAsync(connection, headers, cancellationToken));
    }

    private static async Task<byte[]> BodyAsync(Stream connection, Dictionary<string, string> headers, CancellationToken cancellationToken)
    {
        if (headers.TryGetValue("Content-Length", out var length))
            return await BytesAsync(connection, int.Parse(length, CultureInfo.InvariantCulture), cancellationToken);

        var body = new List<byte>();
        if (headers.GetValueOrDefault("Transfer-Encoding") == "chunked")
        {
            while (await LineAsync(connection, cancellationToken) is { } size)
            {
                var count = int.Parse(size, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                body.AddRange(await BytesAsync(connection, count, cancellationToken));
                await LineAsync(connection, cancellationToken);
                if (count == 0)
                    break;
            }
        }

        return [.. body];
    }

    private static async Task<byte[]> BytesAsync(Stream connection, int count, CancellationToken cancellationToken)
    {
        var bytes = new byte[count];
        await connection.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    // Byte by byte, so that nothing after the request is taken.
    private static async Task<string?> LineAsync(Stream connection, CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await connection.ReadAsync(one, cancellationToken) == 1)
        {
            if (one[0] == '\n')
                return line.ToString().TrimEnd('\r');

            line.Append((char)one[0]);
        }

        return null;
    }
}
