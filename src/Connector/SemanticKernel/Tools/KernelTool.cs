using System.ComponentModel;
using System.Text.Json;
using Microsoft.SemanticKernel;
using Websopy.SemanticKernel.Tools;

namespace Websopy.SemanticKernel.KernelConnector.Tools;

/// <summary>A tool of an object, as Semantic Kernel makes functions of delegates. Called by generated code.</summary>
/// <remarks>
/// Semantic Kernel's functions cannot be derived from, and an <c>AIFunction</c> that is made one loses the kernel. A delegate
/// that asks for kernel and arguments keeps both, and says itself what its parameters are.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KernelTool
{
    private readonly ToolDeclaration _declaration;
    private readonly object? _target;

    /// <summary>Makes a tool of an object.</summary>
    /// <param name="declaration">The tool.</param>
    /// <param name="target">The object whose method is called; <see langword="null"/> for a static class.</param>
    public KernelTool(ToolDeclaration declaration, object? target)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        _declaration = declaration;
        _target = target;
        Invoke = InvokeAsync;
    }

    /// <summary>The delegate of the function.</summary>
    public Func<KernelFunction, Kernel, KernelArguments, CancellationToken, ValueTask<FunctionResult>> Invoke { get; }

    /// <summary>The function's name. Semantic Kernel's names have no hyphens.</summary>
    public string Name => _declaration.Name.Replace('-', '_');

    /// <summary>What the function does.</summary>
    public string Description => _declaration.Description;

    /// <summary>The options of the function's types.</summary>
    public JsonSerializerOptions JsonOptions => _declaration.Types.Options;

    /// <summary>What Semantic Kernel is told of the parameters.</summary>
    public IReadOnlyList<KernelParameterMetadata> Parameters => KernelToolMetadata.Parameters(_declaration);

    /// <summary>What Semantic Kernel is told of the result.</summary>
    public KernelReturnParameterMetadata Result => KernelToolMetadata.Result(_declaration);

    private ValueTask<FunctionResult> InvokeAsync(KernelFunction function, Kernel kernel, KernelArguments arguments, CancellationToken cancellationToken)
    {
        var call = new ToolCall(_declaration, _target, new KernelHost(kernel, function), arguments, cancellationToken);
        var result = _declaration.Invoker(call);
        return result.IsCompletedSuccessfully ? new(ToResult(result.Result, function, kernel)) : AwaitAsync(result, function, kernel);
    }

    private static async ValueTask<FunctionResult> AwaitAsync(ValueTask<object?> result, KernelFunction function, Kernel kernel) =>
        ToResult(await result.ConfigureAwait(false), function, kernel);

    private static FunctionResult ToResult(object? result, KernelFunction function, Kernel kernel) =>
        result as FunctionResult ?? new FunctionResult(function, result, kernel.Culture);
}
