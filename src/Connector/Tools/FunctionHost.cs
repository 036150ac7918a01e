namespace Websopy.SemanticKernel.Tools;

/// <summary>The caller of an <see cref="Microsoft.Extensions.AI.AIFunction"/>: it fails as Microsoft's own functions do.</summary>
internal sealed class FunctionHost : ToolHost
{
    public static FunctionHost Instance { get; } = new();

    public override bool KeepsResults => false;

    public override Exception Missing(string argument) => ArgumentFailure.Missing(argument);

    public override IServiceProvider? Services(in ToolCall call) => call.Arguments.Services;
}
