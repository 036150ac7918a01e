using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using Websopy.SemanticKernel.Protocol;
using Websopy.SemanticKernel.Transport;

namespace Websopy.SemanticKernel.Tests.Transport;

public sealed class RequestBodyTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Dispose_WhileSending_LeavesTheBytesUntouched()
    {
        var bytes = new PooledBuffer<byte>();
        Encoding.UTF8.GetBytes("secret of one request", bytes);
        var body = RequestBody.Post(bytes);
        using var content = body.ToContent();
        using var socket = new SlowStream();
        var sending = content.CopyToAsync(socket, Cancel);

        body.Dispose();
        Assert.True(MemoryMarshal.TryGetArray(socket.Writing, out var held));
        var next = ArrayPool<byte>.Shared.Rent(held.Array!.Length);
        Assert.NotSame(held.Array, next); // the pool hands the array of the same thread out first, had it been returned
        ArrayPool<byte>.Shared.Return(next);

        socket.Finish();
        await sending;
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => body.ToContent().CopyToAsync(Stream.Null, Cancel));
        Assert.IsType<ObjectDisposedException>(failure.InnerException);
    }

    [Fact]
    public async Task ToContent_SentTwice_IsTheSame()
    {
        var bytes = new PooledBuffer<byte>();
        Encoding.UTF8.GetBytes("{}", bytes);
        using var body = RequestBody.Post(bytes);
        for (var i = 0; i < 2; i++)
        {
            using var content = body.ToContent();
            Assert.Equal(2, content.Headers.ContentLength);
            Assert.Equal("application/json", content.Headers.ContentType?.MediaType);
            Assert.Equal("{}", await content.ReadAsStringAsync(Cancel));
        }
    }

    /// <summary>A socket that takes its time: it holds on to the memory it is writing.</summary>
    private sealed class SlowStream : MemoryStream
    {
        private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ReadOnlyMemory<byte> Writing { get; private set; }

        public void Finish() => _finished.SetResult();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Writing = buffer;
            await _finished.Task.WaitAsync(cancellationToken);
        }
    }
}
