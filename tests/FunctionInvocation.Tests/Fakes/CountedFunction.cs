using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>A function that counts how often it was started.</summary>
internal sealed class CountedFunction(AIFunction inner) : DelegatingAIFunction(inner)
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _count);
        return base.InvokeCoreAsync(arguments, cancellationToken);
    }
}
