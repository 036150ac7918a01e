namespace Websopy.SemanticKernel.KernelConnector.Invocation;

/// <summary>How many functions are being invoked inside each other, in this flow of execution.</summary>
internal static class InvocationDepth
{
    /// <summary>
    /// The deepest nesting, as in Semantic Kernel's other connectors: a prompt function that is offered to the model which it asks
    /// could invoke itself for ever. From here on calls are handed to the caller.
    /// </summary>
    public const int Max = 128;

    private static readonly AsyncLocal<int> Depth = new();

    public static bool IsExhausted => Depth.Value >= Max;

    /// <summary>Goes one deeper until the calling async method returns, which takes the change back.</summary>
    public static void Enter() => Depth.Value++;
}
