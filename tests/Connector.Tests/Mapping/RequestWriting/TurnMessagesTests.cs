using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.FunctionInvocation;

namespace Websopy.SemanticKernel.Tests.Mapping.RequestWriting;

public class TurnMessagesTests
{
    [Fact]
    public void TakeMemo_Twice_OnlyTheFirstGetsIt()
    {
        using var turn = new TurnMessages([]);
        using var memo = new Memo();
        turn.KeepMemo(memo);

        Assert.Same(memo, turn.TakeMemo());
        Assert.Null(turn.TakeMemo());
        Assert.Equal(0, memo.Disposals);
    }

    [Fact]
    public void KeepMemo_AnotherIsKept_DisposesThat()
    {
        using var turn = new TurnMessages([]);
        using Memo first = new(), second = new();
        turn.KeepMemo(first);
        turn.KeepMemo(second);

        Assert.Equal(1, first.Disposals);
        Assert.Equal(0, second.Disposals);
    }

    [Fact]
    public void Dispose_MemoKept_DisposesItAndKeepsTheMessages()
    {
        using var memo = new Memo();
        var turn = new TurnMessages([new(ChatRole.User, "a")]);
        turn.KeepMemo(memo);

        turn.Dispose();

        Assert.Equal(1, memo.Disposals);
        Assert.Null(turn.TakeMemo());
        Assert.Single(turn);
    }

    [Fact]
    public void Dispose_MemoTaken_DisposesItWhenItComesBack()
    {
        using var memo = new Memo();
        var turn = new TurnMessages([]);
        turn.KeepMemo(memo);
        Assert.Same(memo, turn.TakeMemo());

        turn.Dispose();
        Assert.Equal(0, memo.Disposals);
        turn.KeepMemo(memo);

        Assert.Equal(1, memo.Disposals);
    }

    private sealed class Memo : IDisposable
    {
        public int Disposals { get; private set; }

        public void Dispose() => Disposals++;
    }
}
