using System.Runtime.ExceptionServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Tools;

/// <summary>A tool of an object, as Microsoft.Extensions.AI knows functions.</summary>
internal sealed class ToolFunction(ToolDeclaration declaration, object? target) : AIFunction
{
    private static readonly IReadOnlyDictionary<string, object?> StrictProperties = new Dictionary<string, object?> { ["strict"] = true };

    public override string Name => declaration.Name;

    public override string Description => declaration.Description;

    public override JsonElement JsonSchema => declaration.Schema;

    public override JsonElement? ReturnJsonSchema => declaration.ResultSchema;

    public override JsonSerializerOptions JsonSerializerOptions => declaration.Types.Options;

    /// <summary>Microsoft's clients look for the strict mode here.</summary>
    public override IReadOnlyDictionary<string, object?> AdditionalProperties => declaration.Strict ? StrictProperties : base.AdditionalProperties;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        try
        {
            return declaration.Invoker(new ToolCall(declaration, target, FunctionHost.Instance, arguments, cancellationToken));
        }
        catch (Exception failure)
        {
            // What an asynchronous method throws is in its task, before the first await as well as after it.
            return ThrowAsync(ExceptionDispatchInfo.Capture(failure));
        }
    }

#pragma warning disable CS1998 // An async method, so that a cancellation makes a cancelled task.
    private static async ValueTask<object?> ThrowAsync(ExceptionDispatchInfo failure)
    {
        failure.Throw();
        return null;
    }
#pragma warning restore CS1998
}
