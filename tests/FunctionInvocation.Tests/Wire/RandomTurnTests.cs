#if NET10_0_OR_GREATER
using System.ComponentModel;
using CsCheck;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.TestKit;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests.Wire;

/// <summary>Random turns over Websopy's client, from the bytes up: texts, calls in fragments, failures, delays, callers who leave.</summary>
public sealed class RandomTurnTests
{
    [Fact]
    public Task Turn_Random_NothingIsLostDoubledOrLeftRunning() =>
        TurnScript.Any.SampleAsync(script => new Run(script).CheckAsync(), iter: 3_000, threads: 2);

    /// <summary>A turn that is played, and what must be true of it however it ends.</summary>
    private sealed class Run(TurnScript script)
    {
        private readonly List<ChatResponseUpdate> _updates = [];
        private readonly Dictionary<string, int> _starts = [];
        private int _running;
        private Exception? _failure;
        private bool _left;

        public async Task CheckAsync()
        {
            using var harness = new ClientHarness();
            for (var round = 0; round < script.Rounds.Count; round++) harness.Then(script.Rounds[round].ToBytes(round, script.Segment), script.Asynchronous);
            using var client = new MidStreamFunctionInvokingChatClient(harness.Client)
            {
                AllowConcurrentInvocation = script.Concurrent,
                MaximumConsecutiveErrorsPerRequest = int.MaxValue,
            };
            await PlayAsync(client);

            Assert.Equal(0, _running);
            lock (_starts) Assert.All(_starts, start => Assert.Equal(1, start.Value));
            foreach (var request in harness.Server.Requests) SentHistory.AssertValid(request);
            CheckUpdates(harness.Server.Requests.Count);
        }

        private async Task PlayAsync(MidStreamFunctionInvokingChatClient client)
        {
            var options = new ChatOptions { Tools = [AIFunctionFactory.Create(WorksAsync, "works"), AIFunctionFactory.Create(FailsAsync, "fails")] };
            using var cancellation = new CancellationTokenSource();
            try
            {
                await foreach (var update in client.GetStreamingResponseAsync("hello", options, cancellation.Token))
                {
                    _updates.Add(update);
                    if (_updates.Count <= script.LeavesAfter) continue;
                    _left = script.Leaving == Leaving.Disposes;
                    if (_left) return;
                    if (script.Leaving == Leaving.Cancels) await cancellation.CancelAsync();
                }
            }
            catch (Exception failure)
            {
                _failure = failure;
            }
        }

        private void CheckUpdates(int requests)
        {
            var contents = _updates.SelectMany(update => update.Contents).ToList();
            var calls = contents.OfType<FunctionCallContent>().Select(call => call.CallId).ToList();
            var results = contents.OfType<FunctionResultContent>().ToList();
            Assert.Equal(calls.Count, calls.Distinct().Count());
            Assert.Equal(results.Count, results.Select(result => result.CallId).Distinct().Count());
            Assert.All(results, result => Assert.True(calls.Contains(result.CallId), $"The result {result.CallId} came without its call."));
            Assert.All(results, CheckResult);

            var text = string.Concat(contents.OfType<TextContent>());
            var whole = string.Concat(script.Rounds.Select(round => round.Text));
            if (_left) Assert.StartsWith(text, whole, StringComparison.Ordinal);
            else Assert.Equal(calls.Order(), results.Select(result => result.CallId).Order());

            if (_failure is OperationCanceledException)
            {
                Assert.Equal(Leaving.Cancels, script.Leaving);
                Assert.StartsWith(text, whole, StringComparison.Ordinal);
            }
            else if (_failure is not null)
            {
                Assert.IsType<WebsopyException>(_failure);
                Assert.NotEqual(RoundEnd.Done, script.Rounds[^1].End);
                Assert.Equal(whole, text);
            }
            else if (script.Leaving == Leaving.Never)
            {
                Assert.Equal(RoundEnd.Done, script.Rounds[^1].End);
                Assert.Equal((whole, script.Rounds.Count), (text, requests));
                Assert.Equal(script.Rounds.Sum(round => round.Calls), calls.Count);
                Assert.Equal(11 * script.Rounds.Count, _updates.ToChatResponse().Usage?.TotalTokenCount);
                Assert.NotEqual(ChatRole.Tool, _updates[^1].Role);
            }
        }

        private static void CheckResult(FunctionResultContent result)
        {
            var text = Round.Plain(result.Result);
            if (text == $"did {result.CallId}") Assert.Null(result.Exception);
            else Assert.StartsWith("Error: ", text, StringComparison.Ordinal);
        }

        [Description("Takes its time and returns.")]
        private async Task<string> WorksAsync(string id, int turns, CancellationToken cancellationToken)
        {
            await RunAsync(id, turns, cancellationToken);
            return $"did {id}";
        }

        [Description("Takes its time and fails.")]
        private async Task<string> FailsAsync(string id, int turns, CancellationToken cancellationToken)
        {
            await RunAsync(id, turns, cancellationToken);
            throw new InvalidOperationException(id);
        }

        private async Task RunAsync(string id, int turns, CancellationToken cancellationToken)
        {
            var running = Interlocked.Increment(ref _running);
            try
            {
                Assert.True(script.Concurrent || running == 1, "Two functions run at once.");
                lock (_starts) _starts[id] = _starts.GetValueOrDefault(id) + 1;
                for (var turn = 0; turn < turns; turn++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    await Task.Yield();
                }
            }
            finally
            {
                Interlocked.Decrement(ref _running);
            }
        }
    }
}
#endif
