using System.Net.Sockets;
using Websopy.SemanticKernel.TestKit.Bytes;
using Websopy.SemanticKernel.TestKit.Raw;

namespace Websopy.SemanticKernel.Contract.Tests.Kit;

/// <summary>The tests rely on it, so it is tested itself.</summary>
public sealed class RawHttpServerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Status_AndBody_Served()
    {
        await using var server = RawHttpServer.Start(RawReply.Status("418 I'm a teapot", "短", ("X-A", "b")));
        using var http = new HttpClient();
        using var response = await http.PostAsync(server.Address, new StringContent("body 体"), Cancel);
        Assert.Equal(418, (int)response.StatusCode);
        Assert.Equal("b", Assert.Single(response.Headers.GetValues("X-A")));
        Assert.Equal("短", await response.Content.ReadAsStringAsync(Cancel));
        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/v1/ai/chat", "body 体"), (request.Method, request.Target, request.BodyText));
    }

    [Fact]
    public async Task Requests_InChunks_Recorded()
    {
        await using var server = RawHttpServer.Start(RawReply.Status("200 OK"));
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Address) { Content = new StreamContent(new MemoryStream("chunked"u8.ToArray())) };
        request.Headers.TransferEncodingChunked = true;
        using var response = await http.SendAsync(request, Cancel);
        Assert.Equal("chunked", Assert.Single(server.Requests).BodyText);
    }

    [Fact]
    public async Task Replies_OneAConnection_TheLastForAllFurtherOnes()
    {
        await using var server = RawHttpServer.Start(RawReply.EventStream(ByteScript.Of("a")), RawReply.ChunkedEventStream(ByteScript.Of("b")));
        using var http = new HttpClient();
        var bodies = new[] { await http.GetStringAsync(server.Address, Cancel), await http.GetStringAsync(server.Address, Cancel), await http.GetStringAsync(server.Address, Cancel) };
        Assert.Equal(["a", "b", "b"], bodies);
    }

    [Theory]
    [InlineData(ConnectionEnd.Close, false)]
    [InlineData(ConnectionEnd.HalfClose, false)]
    [InlineData(ConnectionEnd.Reset, true)]
    public async Task End_OfAConnection_AsWritten(ConnectionEnd end, bool resets)
    {
        var gate = new Gate();
        await using var server = RawHttpServer.Start(new RawReply(ByteScript.Of("x").Stall(gate)) { ReadsRequest = false, End = end });
        using var client = new TcpClient();
        await client.ConnectAsync(server.Address.Host, server.Address.Port, Cancel);
        var buffer = new byte[1];
        Assert.Equal(1, await client.GetStream().ReadAsync(buffer, Cancel));
        gate.Open();
        var read = async () => await client.GetStream().ReadAsync(buffer, Cancel);
        if (resets)
            await Assert.ThrowsAsync<IOException>(read);
        else
            Assert.Equal(0, await read());
    }

    [Fact]
    public async Task ClientClosed_WhenTheClientLeaves_Completes()
    {
        await using var server = RawHttpServer.Start(new RawReply(ByteScript.Of("x").Stall(new Gate())) { ReadsRequest = false });
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(server.Address.Host, server.Address.Port, Cancel);
            Assert.Equal(1, await client.GetStream().ReadAsync(new byte[1], Cancel));
            Assert.False(server.ClientClosed.IsCompleted);
        }

        await server.ClientClosed.WaitAsync(Cancel);
    }

    [Fact]
    public async Task ClosedAddress_RefusesConnections()
    {
        using var client = new TcpClient();
        var address = RawHttpServer.ClosedAddress();
        var refused = await Assert.ThrowsAnyAsync<SocketException>(async () => await client.ConnectAsync(address.Host, address.Port, Cancel));
        Assert.Equal(SocketError.ConnectionRefused, refused.SocketErrorCode);
    }

    [Fact]
    public async Task Dispose_WithConnectionsOpen_EndsThem()
    {
        var gate = new Gate();
        var server = RawHttpServer.Start(RawReply.StallBeforeHead(gate));
        using var http = new HttpClient();
        var request = http.GetAsync(server.Address, Cancel);
        await gate.Reached.WaitAsync(Cancel);
        await server.DisposeAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => request);
    }
}
