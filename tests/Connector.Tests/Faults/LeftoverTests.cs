using Websopy.SemanticKernel.TestKit.Golden;
using Websopy.SemanticKernel.TestKit.Http;
using Websopy.SemanticKernel.TestKit.Sse;

namespace Websopy.SemanticKernel.Tests.Faults;

/// <summary>Nothing of a call is left when it is over, however it ended.</summary>
public sealed class LeftoverTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Timers_AfterEveryKindOfEnd_AreDisposed()
    {
        var time = new CountingTimeProvider();
        var whole = EventStreamBuilder.Of(Chunks.Content("a"), Chunks.Done());
        await RunAsync(() => Responses.EventStream(whole.ToScript()));
        await RunAsync(() => Responses.EventStream(EventStreamBuilder.Of(Chunks.Content("a")).ToScript().Fault()));
        await RunAsync(() => Responses.Status(500));
        await RunAsync(() => throw new HttpRequestException("refused"));
        await RunAsync(() => Responses.EventStream(whole.ToScript()), leaveAfterFirst: true);
        Assert.Equal(5, time.Created);
        Assert.Equal(0, time.Live);

        async Task RunAsync(Func<HttpResponseMessage> answer, bool leaveAfterFirst = false)
        {
            using var server = new StubHttpHandler();
            server.Answer(answer);
            using var http = new HttpClient(server);
            using var client = new WebsopyChatClient(new() { ApiKey = "k", MaxRetries = 0 }, http, null, time, () => 0);
            try
            {
                await foreach (var _ in client.GetStreamingResponseAsync([new(Microsoft.Extensions.AI.ChatRole.User, "Hi")], cancellationToken: Cancel))
                {
                    if (leaveAfterFirst) break;
                }
            }
            catch (WebsopyException)
            {
                // How it failed is other tests' business.
            }
        }
    }

    private sealed class CountingTimeProvider : TimeProvider
    {
        public int Created { get; private set; }

        public int Live { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Created++;
            Live++;
            return new Counted(base.CreateTimer(callback, state, dueTime, period), () => Live--);
        }

        private sealed class Counted(ITimer timer, Action disposed) : ITimer
        {
            private bool _isDisposed;

            public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

            public void Dispose()
            {
                if (!_isDisposed) disposed();
                _isDisposed = true;
                timer.Dispose();
            }

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
