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

        Assert.Contains("Debug: Invoking Echo.", logs.All, StringComparison.Ordinal);
        Assert.Contains("Debug: Echo invocation completed. Duration: ", logs.All, StringComparison.Ordinal);
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

        Assert.Equal([(LogLevel.Error, "Echo invocation failed.", failure)], logs.Entries);
    }

    [Fact]
    public async Task Log_FunctionIsCancelled_IsNoError()
    {
        using var logs = new RecordedLogs(LogLevel.Debug);
        using var model = OneCall;

        await AskAsync(Client(model, logs), With(Throws("Echo", new OperationCanceledException())));

        Assert.Contains("Debug: Echo invocation canceled.", logs.All, StringComparison.Ordinal);
        Assert.DoesNotContain(logs.Entries, entry => entry.Level > LogLevel.Debug);
    }

    [Fact]
    public async Task Log_UnknownFunction_Warning()
    {
        using var logs = new RecordedLogs(LogLevel.Information);
        using var model = OneCall;

        await AskAsync(Client(model, logs));

        Assert.Equal("Warning: Function 'Echo' not found.", logs.All);
    }

    [Fact]
    public async Task Log_ErrorLimitIsPassed_Warning()
    {
        using var logs = new RecordedLogs(LogLevel.Warning);
        using var model = new ScriptedChatClient { Otherwise = index => Calls(Call($"c{index}", "Fail")) };
        var client = Client(model, logs);
        client.AllowConcurrentInvocation = true;
        client.MaximumConsecutiveErrorsPerRequest = 1;

        await AskAsync(client, With(Throws("Fail", new InvalidOperationException("boom"))));

        Assert.Equal(2, logs.Entries.Count(entry => entry.Level == LogLevel.Error));
    }

    [Theory]
    [InlineData("Reached maximum iteration count of 1.")]
    public async Task Log_RoundLimitIsReached_Debug(string expected)
    {
        using var logs = new RecordedLogs(LogLevel.Debug);
        using var model = new ScriptedChatClient { Otherwise = index => Calls(Call($"c{index}", "Echo", ("text", "a"))) };
        var client = Client(model, logs);
        client.MaximumIterationsPerRequest = 1;

        await AskAsync(client, With(Echo()));

        Assert.Contains(expected, logs.All, StringComparison.Ordinal);
    }
}
