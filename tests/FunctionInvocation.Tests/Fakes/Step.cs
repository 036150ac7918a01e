using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>One thing a scripted model does in a round: say something, wait for the test, or fail.</summary>
internal abstract record Step
{
    public static implicit operator Step(ChatResponseUpdate? update) => new Say(update);

    public static implicit operator Step(Task gate) => new WaitFor(gate);

    public static implicit operator Step(Exception failure) => new Fail(failure);
}

/// <summary>Streams an update; null stands for a model client that breaks the rules.</summary>
internal sealed record Say(ChatResponseUpdate? Update) : Step;

internal sealed record WaitFor(Task Gate) : Step;

internal sealed record Fail(Exception Failure) : Step;
