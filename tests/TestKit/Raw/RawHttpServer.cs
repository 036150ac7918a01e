using System.Net;
using System.Net.Sockets;
using Websopy.SemanticKernel.TestKit.Bytes;
using Websopy.SemanticKernel.TestKit.Http;

namespace Websopy.SemanticKernel.TestKit.Raw;

/// <summary>
/// A server on a free loopback port that does with each connection exactly what its <see cref="RawReply"/> says; the last reply
/// serves all further connections. A connection carries one request.
/// </summary>
public sealed class RawHttpServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource _clientClosed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly RawReply[] _replies;
    private readonly Task _accepting;

    private RawHttpServer(RawReply[] replies)
    {
        _replies = replies;
        _listener.Start();
        Address = AddressOf(_listener);
        _accepting = AcceptAsync();
    }

    /// <summary>The documented path at this server.</summary>
    public Uri Address { get; }

    public RequestLog Requests { get; } = new();

    /// <summary>Completes when a client has closed (or reset) a connection before the server did.</summary>
    public Task ClientClosed => _clientClosed.Task;

    public static RawHttpServer Start(params RawReply[] replies) => new(replies);

    /// <summary>An address on this machine where nobody listens.</summary>
    public static Uri ClosedAddress()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = AddressOf(listener);
        listener.Stop();
        return address;
    }

    /// <summary>Ends all connections and waits for them; throws what went wrong in the server itself.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await _accepting;
        }
        finally
        {
            _listener.Dispose();
            _stop.Dispose();
        }
    }

    private static Uri AddressOf(TcpListener listener) => new($"http://{listener.LocalEndpoint}/v1/ai/chat");

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            for (var i = 0; ; i++)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                connections.Add(ServeAsync(socket, _replies[Math.Min(i, _replies.Length - 1)]));
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Disposed: what is left is to wait for the connections, which the same token ends.
        }

        await Task.WhenAll(connections);
    }

    private async Task ServeAsync(Socket socket, RawReply reply)
    {
        using var connection = new NetworkStream(socket, ownsSocket: true);
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        var watching = Task.CompletedTask;
        try
        {
            if (reply.ReadsRequest && await RequestReader.ReadAsync(connection, leave.Token) is { } request)
                Requests.Add(request);

            watching = WatchClientAsync(connection, leave);
            var end = await PlayAsync(connection, reply.Script, leave.Token) ? reply.End : ConnectionEnd.Reset;
            await EndAsync(socket, end, watching, leave);
        }
        catch (Exception exception) when (exception is IOException or SocketException || leave.IsCancellationRequested)
        {
            // The client has gone, or the server is being disposed.
        }
        finally
        {
            await leave.CancelAsync();
            await watching;
        }
    }

    /// <summary>Plays the script; false where it ends in a fault.</summary>
    private static async Task<bool> PlayAsync(NetworkStream connection, ByteScript script, CancellationToken cancellationToken)
    {
        foreach (var step in script.Steps)
        {
            switch (step)
            {
                case ByteStep.Data data:
                    await connection.WriteAsync(data.Bytes, cancellationToken);
                    break;
                case ByteStep.Stall stall:
                    await stall.Gate.PassAsync(cancellationToken);
                    break;
                case ByteStep.Fault:
                    return false;
            }
        }

        return true;
    }

    private static async Task EndAsync(Socket socket, ConnectionEnd end, Task clientClosed, CancellationTokenSource leave)
    {
        if (end == ConnectionEnd.Reset)
        {
            // First, so that the end of the connection is not taken for the client's.
            await leave.CancelAsync();
            Reset(socket);
            return;
        }

        socket.Shutdown(SocketShutdown.Send);
        if (end == ConnectionEnd.HalfClose)
            await clientClosed;
    }

    // Lingering for no time makes closing a reset.
    private static void Reset(Socket socket)
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }

    private async Task WatchClientAsync(NetworkStream connection, CancellationTokenSource leave)
    {
        try
        {
            while (await connection.ReadAsync(new byte[256], leave.Token) > 0)
            {
                // Bytes after the request say nothing.
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException && !leave.IsCancellationRequested)
        {
            // A reset is an end, too.
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
            return;
        }

        _clientClosed.TrySetResult();
        await leave.CancelAsync();
    }
}
