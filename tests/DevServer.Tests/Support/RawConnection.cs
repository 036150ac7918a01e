using System.Net.Sockets;
using System.Text;

namespace Websopy.SemanticKernel.DevServer.Tests.Support;

/// <summary>A socket, for what an HTTP client does not show or do.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly TcpClient _client = new() { NoDelay = true };

    public static async Task<RawConnection> OpenAsync(Uri endpoint, int? receiveBuffer = null)
    {
        var connection = new RawConnection();
        if (receiveBuffer is { } size)
            connection._client.ReceiveBufferSize = size;
        await connection._client.ConnectAsync(endpoint.Host, endpoint.Port, TestContext.Current.CancellationToken);
        return connection;
    }

    public async Task SendAsync(string text) =>
        await _client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);

    public Task PostAsync(Uri endpoint, string body) => SendAsync(
        $"POST {endpoint.PathAndQuery} HTTP/1.1\r\nHost: {endpoint.Authority}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    /// <summary>Reads until the text ends with this.</summary>
    public async Task<string> ReadUntilAsync(string end)
    {
        List<byte> bytes = [];
        var last = Encoding.UTF8.GetBytes(end);
        var one = new byte[1];
        while (!bytes.TakeLast(last.Length).SequenceEqual(last))
        {
            if (await _client.GetStream().ReadAsync(one, TestContext.Current.CancellationToken) == 0)
                throw new InvalidOperationException("The connection ended after: " + Encoding.UTF8.GetString([.. bytes]));
            bytes.Add(one[0]);
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    /// <summary>Reads to the connection's end; a reset counts as one.</summary>
    public async Task<long> DrainAsync()
    {
        var buffer = new byte[64 * 1024];
        long total = 0;
        try
        {
            while (await _client.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken) is > 0 and var read)
                total += read;
        }
        catch (IOException)
        {
        }

        return total;
    }

    public void Dispose() => _client.Dispose();
}
