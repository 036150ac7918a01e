using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.TestKit.Bytes;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>A function that runs until the test lets it end, or its token does.</summary>
internal sealed class GatedFunction(string name) : AIFunction
{
    private readonly Gate _gate = new();
    private int _starts;
    private int _running;

    public override string Name => name;

    /// <summary>Completes when the function has started.</summary>
    public Task Started => _gate.Reached;

    public int Starts => Volatile.Read(ref _starts);

    public int Running => Volatile.Read(ref _running);

    public bool WasCancelled { get; private set; }

    /// <summary>Whether it returns although it was cancelled, as a function does that has done its work already.</summary>
    public bool IgnoresCancellation { get; init; }

    public object? Result { get; init; } = "done";

    public Exception? Failure { get; init; }

    public void End() => _gate.Open();

    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _starts);
        Interlocked.Increment(ref _running);
        try
        {
            await _gate.PassAsync(cancellationToken);
            return Failure is null ? Result : throw Failure;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            WasCancelled = true;
            return IgnoresCancellation ? Result : throw new OperationCanceledException(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }
}
