namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>Microsoft's client, not streaming.</summary>
public sealed class RespondingBaseSubject : BaseSubject
{
    public override bool IsStreaming => false;
}
