using Microsoft.Extensions.Logging;
using static Websopy.SemanticKernel.FunctionInvocation.Tests.Round;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>What the log tells, and what it keeps to itself.</summary>
public abstract class LoggingContract<TSubject> : ContractOf<TSubject>
    where TSubject : Subject, new()
{
    private static ScriptedChatClient OneCall => new(Calls(Call("c1", "Echo", ("text", "secret"))), Says("world"));

    [Fact]
    public async Task Log_Debug_NamesTheFunctionAndNeitherArgumentsNorResult()
    {
        using var logs = new RecordedLogs(LogLevel.Debug);
        using var model = OneCall;

        await AskAsync(Client(model, logs), With(Echo()));

        Assert.All(logs.Entries, entry => Assert.Equal(LogLevel.Debug, entry.Level));
        Assert.Equal(2, logs.Entries.Count(entry => entry.Message.Contains("Echo", StringComparison.Ordinal)));
        Assert.DoesNotContain("secret", logs.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_Trace_HasArgumentsAndResult()
    {
        using var logs = new RecordedLogs(LogLevel.Trace);
        using var model = OneCall;

        await AskAsync(Client(model, logs), With(Echo()));

        Assert.All(
            logs.Entries.Where(entry => entry.Message.Contains("secret", StringComparison.Ordinal)),
            entry => Assert.Equal(LogLevel.Trace, entry.Level));
        Assert.Equal(2, logs.Entries.Count(entry => entry.Message.Contains("secret", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Log_Information_IsSilentWhenAllIsWell()
    {
        using var logs = new RecordedLogs(LogLevel.Information);
        using var model = OneCall;

        await AskAsync(Client(model, logs), With(Echo()));

        Assert.Empty(logs.Entries);
    }

    [Fact]
    public async Task Log_FunctionFails_ErrorWithTheException()
    {
        using var logs = new RecordedLogs(LogLevel.Information);
        using var model = OneCall;
        var failure = new InvalidOperationException("boom");

        await AskAsync(Client(model, logs), With(Throws("Echo", failure)));

        var entry = Assert.Single(logs.Entries);
        Assert.Equal((LogLevel.Error, failure), (entry.Level, entry.Exception));
        Assert.Contains("Echo", entry.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_FunctionIsCancelled_IsNoError()
    {
        using var logs = new RecordedLogs(LogLevel.Debug);
        using var model = OneCall;

        await AskAsync(Client(model, logs), With(Throws("Echo", new OperationCanceledException())));

        Assert.Contains(logs.Entries, entry => entry.Message.Contains("cancel", StringComparison.Ordinal) && entry.Message.Contains("Echo", StringComparison.Ordinal));
        Assert.All(logs.Entries, entry => Assert.Equal(LogLevel.Debug, entry.Level));
    }

    [Fact]
    public async Task Log_UnknownFunction_Warning()
    {
        using var logs = new RecordedLogs(LogLevel.Information);
        using var model = OneCall;

        await AskAsync(Client(model, logs));

        var entry = Assert.Single(logs.Entries);
        Assert.Equal(LogLevel.Warning, entry.Level);
        Assert.Contains("Echo", entry.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", entry.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_ErrorLimitIsPassed_EveryFailureIsThere()
    {
        using var logs = new RecordedLogs(LogLevel.Warning);
        using var model = new ScriptedChatClient { Otherwise = index => Calls(Call($"c{index}", "Fail")) };
        var client = Client(model, logs);
        client.AllowConcurrentInvocation = true;
        client.MaximumConsecutiveErrorsPerRequest = 1;

        await AskAsync(client, With(Throws("Fail", new InvalidOperationException("boom"))));

        Assert.Equal(2, logs.Entries.Count(entry => entry.Level == LogLevel.Error));
    }

    [Fact]
    public async Task Log_RoundLimitIsReached_DebugWithTheLimit()
    {
        using var logs = new RecordedLogs(LogLevel.Debug);
        using var model = new ScriptedChatClient { Otherwise = index => Calls(Call($"c{index}", "Echo", ("text", "a"))) };
        var client = Client(model, logs);
        client.MaximumIterationsPerRequest = 7;

        await AskAsync(client, With(Echo()));

        var entry = Assert.Single(logs.Entries, entry => entry.Message.Contains("iteration", StringComparison.Ordinal));
        Assert.Equal(LogLevel.Debug, entry.Level);
        Assert.Contains("7", entry.Message, StringComparison.Ordinal);
    }
}
