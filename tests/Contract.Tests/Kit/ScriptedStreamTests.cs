using Websopy.SemanticKernel.TestKit.Bytes;

namespace Websopy.SemanticKernel.Contract.Tests.Kit;

/// <summary>The tests rely on it, so it is tested itself.</summary>
public sealed class ScriptedStreamTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Read_Segments_NeverJoined(bool asynchronous)
    {
        await using var stream = new ScriptedStream(ByteScript.SplitAt(2, "abcde"u8.ToArray()), asynchronous);
        var buffer = new byte[2];
        List<int> reads = [];
        int read;
        do
            reads.Add(read = await stream.ReadAsync(buffer, Cancel));
        while (read > 0);

        Assert.Equal([2, 2, 1, 0], reads);
        Assert.Equal((4, 5L, 0), (stream.Reads, stream.BytesRead, stream.PendingReads));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_Started_CompletesAtOnceOrLater(bool asynchronous)
    {
        using var stream = new ScriptedStream(ByteScript.Of("a"), asynchronous);
        var read = stream.ReadAsync(new byte[1], Cancel);
        if (!asynchronous)
            Assert.True(read.IsCompletedSuccessfully);

        Assert.Equal(1, stream.Reads);
    }

    [Fact]
    public async Task Read_AtAFault_ThrowsEachTime()
    {
        await using var stream = new ScriptedStream(new ByteScript().Fault());
        await Assert.ThrowsAsync<IOException>(() => ReadOneAsync(stream));
        await Assert.ThrowsAsync<IOException>(() => ReadOneAsync(stream));
    }

    [Fact]
    public async Task Read_AtAGate_WaitsUntilItOpensOrTheStreamCloses()
    {
        var gate = new Gate();
        await using var stream = new ScriptedStream(new ByteScript().Stall(gate).Send("a"));
        var read = stream.ReadAsync(new byte[1], Cancel).AsTask();
        await gate.Reached.WaitAsync(Cancel);
        Assert.Equal(1, stream.PendingReads);
        gate.Open();
        Assert.Equal(1, await read);

        var closed = new ScriptedStream(new ByteScript().Stall(new Gate()));
        var waiting = closed.ReadAsync(new byte[1], Cancel).AsTask();
        await closed.DisposeAsync();
        await Assert.ThrowsAsync<IOException>(() => waiting);
        Assert.Equal(0, closed.PendingReads);
    }

    [Fact]
    public async Task Read_WhileOneIsUnderWay_Fails()
    {
        await using var stream = new ScriptedStream(new ByteScript().Stall(new Gate()));
        var first = stream.ReadAsync(new byte[1], Cancel).AsTask();
        await Assert.ThrowsAsync<InvalidOperationException>(() => ReadOneAsync(stream));
        await stream.DisposeAsync();
        await Assert.ThrowsAsync<IOException>(() => first);
    }

    private static async Task<int> ReadOneAsync(ScriptedStream stream) => await stream.ReadAsync(new byte[1], Cancel);
}
