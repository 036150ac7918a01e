// What is injected, and what is thrown.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel;
using Websopy.SemanticKernel.ToolGenerator.Tests.Differential;

namespace Sample.Tools;

[ToolSet]
public class Injected
{
    [Tool] public string Token(string text, CancellationToken cancellationToken) => Probe.Return(text, text, cancellationToken.IsCancellationRequested);

    [Tool] public string TokenFirst(CancellationToken cancellationToken, string text) => Probe.Return(text, text, cancellationToken.IsCancellationRequested);

    [Tool] public string TwoTokens(CancellationToken first, string text, CancellationToken second = default) => Probe.Return(text, first.IsCancellationRequested, second.IsCancellationRequested);

    [Tool] public string Services(IServiceProvider services, string text) => Probe.Return(text, services is null, text);

    [Tool] public string OptionalServices(string text, IServiceProvider? services = null) => Probe.Return(text, services is null, text);

    [Tool] public string NullableServices(IServiceProvider? services) => Probe.Return("x", services is null);

    [Tool] public string Arguments(AIFunctionArguments arguments, string text) => Probe.Return(text, arguments, text);

    [Tool] public int OnlyArguments(AIFunctionArguments arguments) => Probe.Return(arguments.Count, arguments);

    [Tool] public string All(AIFunctionArguments arguments, IServiceProvider services, CancellationToken token, [Description("The text.")] string text = "d") => Probe.Return(text, arguments, services is null, token.IsCancellationRequested, text);
}

[ToolSet]
public class Throwing
{
    [Tool] public int Sync() => throw new InvalidCastException();

    [Tool] public void SyncNothing() => throw new KeyNotFoundException();

    [Tool] public int WithArgument(int value) => value > 0 ? throw new FormatException() : value;

    [Tool] public int Argument(int value) => throw new ArgumentOutOfRangeException(nameof(value));

    [Tool] public int Json() => throw new JsonException("x", "$.a", 1, 1);

    [Tool] public int Unsupported() => throw new NotSupportedException();

    [Tool] public Task SyncOfTask() => throw new InvalidCastException();

    [Tool] public async Task Async()
    {
        await Task.Yield();
        throw new InvalidCastException();
    }

    [Tool] public async Task<int> AsyncOfInt()
    {
        await Task.Yield();
        throw new TimeoutException();
    }

    [Tool] public async ValueTask<int> BeforeTheFirstAwait()
    {
        if (Environment.ProcessId > 0) throw new TimeoutException();
        await Task.Yield();
        return 1;
    }

    [Tool] public Task Faulted() => Task.FromException(new AggregateException(new TimeoutException(), new FormatException()));

    [Tool] public Task<int> Cancelled() => Task.FromCanceled<int>(new CancellationToken(true));

    [Tool] public ValueTask CancelledValue() => new(Task.FromCanceled(new CancellationToken(true)));

    [Tool] public int OperationCancelled() => throw new OperationCanceledException();

    [Tool] public async Task<string> ThrowsIfCancelled(CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        return "x";
    }

    [Tool] public Task WhenAll() => Task.WhenAll(Task.FromException(new FormatException()), Task.FromException(new TimeoutException()));

    [Tool] public string PropertyThatThrows() => throw new System.Reflection.TargetInvocationException(new FormatException());

    [Tool] public BadGetter Getter() => new();

    [Tool] public BadSetter Setter(BadSetter value) => Probe.Return(value, "set");

    [Tool] public BadConstructor Constructor(BadConstructor value) => Probe.Return(value, "made");
}

public class BadGetter
{
    public int Value => throw new FormatException();
}

public class BadSetter
{
    public int Value { get => 1; set => throw new FormatException(); }
}

public class BadConstructor
{
    public BadConstructor(int value) => throw new FormatException(value.ToString());

    public int Value { get; }
}
