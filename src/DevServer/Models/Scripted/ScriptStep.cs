using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.DevServer;

/// <summary>One step of a script.</summary>
internal abstract record ScriptStep
{
    private ScriptStep()
    {
    }

    /// <summary>Contents are made anew each time: whoever receives a call may mark it as handled.</summary>
    public sealed record Send(Func<AIContent> Content) : ScriptStep;

    public sealed record SendTexts(IEnumerable<string> Texts) : ScriptStep;

    public sealed record SendCall(string Name, Func<IDictionary<string, object?>?> Arguments) : ScriptStep;

    public sealed record SendUpdate(ChatResponseUpdate Update) : ScriptStep;

    public sealed record Finish(ChatFinishReason Reason) : ScriptStep;

    public sealed record Wait(TimeSpan Duration) : ScriptStep;

    public sealed record Gate(Task Opened) : ScriptStep;

    public sealed record Fail(Exception Exception) : ScriptStep;
}
