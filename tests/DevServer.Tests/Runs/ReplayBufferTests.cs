using Websopy.SemanticKernel.DevServer.Runs;

namespace Websopy.SemanticKernel.DevServer.Tests.Runs;

public sealed class ReplayBufferTests
{
    private static readonly byte[] TenBytes = "0123456789"u8.ToArray();

    [Theory]
    [InlineData(10, 10_000, 5)]
    [InlineData(10_000, 100, 5)]
    public async Task WaitForRoom_HalfIsPending_WaitsUntilAReaderTakes(int maxEvents, int maxBytes, int room)
    {
        var buffer = new ReplayBuffer(maxEvents, maxBytes);
        var reader = buffer.TryAttach(0)!;
        for (var i = 0; i < room; i++)
        {
            Assert.True(buffer.WaitForRoomAsync(TestContext.Current.CancellationToken).AsTask().IsCompletedSuccessfully);
            buffer.Append(TenBytes);
        }

        var waiting = buffer.WaitForRoomAsync(TestContext.Current.CancellationToken).AsTask();
        Assert.False(waiting.IsCompleted);
        Assert.Equal(room * 10, reader.Take(out _).Length);

        await waiting.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task WaitForRoom_Cancelled_Throws()
    {
        var buffer = new ReplayBuffer(2, 1000);
        buffer.Append(TenBytes);
        using var cancellation = new CancellationTokenSource();
        var waiting = buffer.WaitForRoomAsync(cancellation.Token).AsTask();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public void Append_TakenEventsBeyondTheBound_AreDiscarded()
    {
        var buffer = new ReplayBuffer(maxEvents: 4, maxBytes: 1000);
        var reader = buffer.TryAttach(0)!;
        for (var i = 0; i < 10; i++)
        {
            buffer.Append(TenBytes);
            Assert.Equal(10, reader.Take(out _).Length);
        }

        Assert.Null(buffer.TryAttach(5));
        Assert.Equal(40, buffer.TryAttach(6)!.Take(out _).Length);
    }

    [Fact]
    public void Append_PendingEventsBeyondTheBound_AreKept()
    {
        var buffer = new ReplayBuffer(maxEvents: 4, maxBytes: 20);
        for (var i = 0; i < 10; i++)
            buffer.Append(TenBytes);

        Assert.Equal(100, buffer.TryAttach(0)!.Take(out _).Length);
    }

    [Fact]
    public void TryAttach_FuturePosition_IsRefused()
    {
        var buffer = new ReplayBuffer(10, 1000);
        buffer.Append(TenBytes);

        Assert.Null(buffer.TryAttach(2));
        Assert.NotNull(buffer.TryAttach(1));
    }

    [Fact]
    public void TryAttach_Second_ClosesTheFirstWhichDetachesNothing()
    {
        var buffer = new ReplayBuffer(10, 1000);
        var first = buffer.TryAttach(0)!;

        var second = buffer.TryAttach(0)!;
        buffer.Append(TenBytes);

        Assert.True(first.Closed.IsCancellationRequested);
        Assert.True(first.Take(out var isEnd).IsEmpty);
        Assert.True(isEnd);
        Assert.False(buffer.Detach(first));
        Assert.True(buffer.IsAttached);
        Assert.False(second.Take(out _).IsEmpty);
        Assert.True(buffer.Detach(second));
    }

    [Fact]
    public void TryClose_ReaderAttached_DoesNot()
    {
        var buffer = new ReplayBuffer(10, 1000);
        var reader = buffer.TryAttach(0)!;
        Assert.False(buffer.TryClose());

        buffer.Detach(reader);

        Assert.True(buffer.TryClose());
        Assert.Null(buffer.TryAttach(0));
    }

    [Fact]
    public async Task Take_WhileAppending_SeesEveryEventOnce()
    {
        var buffer = new ReplayBuffer(100, 100_000);
        var reader = buffer.TryAttach(0)!;
        var token = TestContext.Current.CancellationToken;
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 50_000; i++)
            {
                buffer.Append([(byte)i, (byte)(i >> 8)]);
                await buffer.WaitForRoomAsync(token);
            }

            buffer.Complete();
        }, token);

        var next = 0;
        while (true)
        {
            var taken = reader.Take(out var isEnd);
            for (var i = 0; i < taken.Length; i += 2, next++)
                Assert.Equal((ushort)next, (ushort)(taken.Span[i] | (taken.Span[i + 1] << 8)));
            if (isEnd && taken.IsEmpty)
                break;
            if (taken.IsEmpty)
                await reader.WaitAsync();
        }

        Assert.Equal(50_000, next);
        await writing;
    }
}
