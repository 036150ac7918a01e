namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>This project's client, not streaming: there it is its base.</summary>
public sealed class RespondingMidStreamSubject : MidStreamSubject
{
    public override bool IsStreaming => false;

    public override bool StartsEarly => false;
}
