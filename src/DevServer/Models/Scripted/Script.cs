using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.DevServer;

/// <summary>What a <see cref="ScriptedChatClient"/> answers to one request, step by step. Every method adds a step and returns the script.</summary>
/// <remarks>
/// A script without <see cref="Finish"/> ends by itself: with <c>tool_calls</c> where it has calls, else with <c>stop</c>.
/// </remarks>
public sealed class Script
{
    private readonly List<ScriptStep> _steps = [];

    internal Script()
    {
    }

    internal IReadOnlyList<ScriptStep> Steps => _steps;

    /// <summary>Sends a piece of text as one update.</summary>
    /// <param name="text">The text.</param>
    /// <returns>This script.</returns>
    public Script Text(string text) => Add(new ScriptStep.Send(() => new TextContent(text)));

    /// <summary>Sends pieces of text, an update each, taken from the sequence as they are sent.</summary>
    /// <param name="texts">The pieces.</param>
    /// <returns>This script.</returns>
    public Script Texts(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return Add(new ScriptStep.SendTexts(texts));
    }

    /// <summary>Sends a piece of the model's thinking.</summary>
    /// <param name="text">The thought.</param>
    /// <returns>This script.</returns>
    public Script Reasoning(string text) => Add(new ScriptStep.Send(() => new TextReasoningContent(text)));

    /// <summary>Calls a tool. The calls of a response get the ids <c>call_R_1</c>, <c>call_R_2</c>, ..., R being the request's number.</summary>
    /// <param name="name">The tool's name.</param>
    /// <param name="arguments">An object whose properties are the arguments, such as <c>new { zone = "Asia/Tokyo" }</c>, or a dictionary.</param>
    /// <returns>This script.</returns>
    public Script Call(string name, object? arguments = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Add(new ScriptStep.SendCall(name, ToArguments(arguments)));
    }

    /// <summary>Reports counted tokens.</summary>
    /// <param name="input">Tokens of the request.</param>
    /// <param name="output">Tokens of the answer.</param>
    /// <returns>This script.</returns>
    public Script Usage(long input, long output) => Add(new ScriptStep.Send(() => new UsageContent(
        new UsageDetails { InputTokenCount = input, OutputTokenCount = output, TotalTokenCount = input + output })));

    /// <summary>Reports why the answer ended.</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>This script.</returns>
    public Script Finish(ChatFinishReason reason) => Add(new ScriptStep.Finish(reason));

    /// <summary>Reports an error within the stream, as content.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="code">The error's code.</param>
    /// <returns>This script.</returns>
    public Script Error(string message, string? code = null) =>
        Add(new ScriptStep.Send(() => new ErrorContent(message) { ErrorCode = code }));

    /// <summary>Sends an update as it stands, the same one each time.</summary>
    /// <param name="update">The update.</param>
    /// <returns>This script.</returns>
    public Script Update(ChatResponseUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return Add(new ScriptStep.SendUpdate(update));
    }

    /// <summary>Waits, by the client's clock.</summary>
    /// <param name="duration">How long.</param>
    /// <returns>This script.</returns>
    public Script Wait(TimeSpan duration) => Add(new ScriptStep.Wait(duration));

    /// <summary>Waits until a task has completed; fails as it does.</summary>
    /// <param name="opened">The task.</param>
    /// <returns>This script.</returns>
    public Script Gate(Task opened)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return Add(new ScriptStep.Gate(opened));
    }

    /// <summary>Throws.</summary>
    /// <param name="exception">What to throw.</param>
    /// <returns>This script.</returns>
    public Script Fail(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return Add(new ScriptStep.Fail(exception));
    }

    private static Func<IDictionary<string, object?>?> ToArguments(object? arguments) => arguments switch
    {
        null => static () => null,
        IEnumerable<KeyValuePair<string, object?>> pairs => () => new Dictionary<string, object?>(pairs),
        _ => ToArguments(JsonSerializer.SerializeToElement(arguments, AIJsonUtilities.DefaultOptions)),
    };

    private static Func<IDictionary<string, object?>?> ToArguments(JsonElement arguments) =>
        arguments.ValueKind == JsonValueKind.Object
            ? () => arguments.EnumerateObject().ToDictionary(property => property.Name, property => (object?)property.Value)
            : throw new ArgumentException("The arguments must be an object with properties.", nameof(arguments));

    private Script Add(ScriptStep step)
    {
        _steps.Add(step);
        return this;
    }
}
