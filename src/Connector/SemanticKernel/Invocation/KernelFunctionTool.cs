using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Websopy.SemanticKernel.KernelConnector.Contents;

namespace Websopy.SemanticKernel.KernelConnector.Invocation;

/// <summary>A kernel function under its name on the wire.</summary>
/// <remarks>
/// The function is an <see cref="AIFunction"/> itself, but invoked as one it bypasses the filters, and its name joins plugin and
/// function with a character that both may contain.
/// </remarks>
internal sealed class KernelFunctionTool(KernelFunction function, Kernel kernel) : AIFunction
{
    public KernelFunction Function => function;

    public override string Name { get; } = WireName.Of(function).ToString();

    public override string Description => function.Description;

    public override JsonElement JsonSchema => function.JsonSchema;

    public override JsonElement? ReturnJsonSchema => function.ReturnJsonSchema;

    public override MethodInfo? UnderlyingMethod => function.UnderlyingMethod;

    public override JsonSerializerOptions JsonSerializerOptions => function.JsonSerializerOptions;

    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        var result = await function.InvokeAsync(kernel, new KernelArguments(arguments), cancellationToken).ConfigureAwait(false);
        return result.GetValue<object>();
    }
}
