using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>What the model says and calls in one response.</summary>
internal sealed class Reply
{
    private readonly string _before;
    private readonly IReadOnlyList<FunctionCallContent> _calls;
    private readonly string _after;

    private Reply(string id, string before, IReadOnlyList<FunctionCallContent> calls, string after) =>
        (Id, _before, _calls, _after) = (id, before, calls, after);

    public string Id { get; }

    public bool HasCalls => _calls.Count > 0;

    public static Reply To(IReadOnlyList<ChatMessage> messages, ChatOptions? options, DateOnly today, CancellationToken cancellationToken)
    {
        var turn = Turn.Read(messages);
        var tools = ToolEntry.Read(options?.Tools);
        var phrases = Phrases.For(turn.Request);
        var id = string.Create(CultureInfo.InvariantCulture, $"offline-{messages.Count}-{turn.CallsBefore}");
        var (calls, questions) = Decide(turn, tools, options, today, cancellationToken);
        if (calls.Count > 0)
        {
            var contents = calls.Select((call, i) => ToContent(call, turn.CallsBefore + i + 1)).ToList();
            return new(id, phrases.Calling([.. calls.Select(call => call.Name)]) + "\n\n", contents, calls.Count > 1 ? phrases.Waiting(calls.Count) : "");
        }

        if (turn.Results.Count > 0) return new(id, AnswerWriter.Write(turn, questions, phrases), [], "");
        return new(id, questions.Count > 0 ? string.Join("\n\n", questions.Select(phrases.Ask)) : phrases.WhoIAm(tools), [], "");
    }

    public IEnumerable<AIContent> Contents()
    {
        foreach (var piece in WordSplitter.Split(_before)) yield return new TextContent(piece);
        foreach (var call in _calls) yield return call;
        foreach (var piece in WordSplitter.Split(_after)) yield return new TextContent(piece);
    }

    private static (IReadOnlyList<PlannedCall> Calls, IReadOnlyList<Question> Questions) Decide(
        Turn turn, List<ToolEntry> tools, ChatOptions? options, DateOnly today, CancellationToken cancellationToken)
    {
        var mode = options?.ToolMode;
        if (tools.Count == 0 || mode is NoneChatToolMode) return ([], []);
        var planner = new CallPlanner(turn.Request, tools, today, cancellationToken);
        var plan = planner.Plan();
        IEnumerable<PlannedCall> calls = plan.Calls;
        if (mode is RequiredChatToolMode required)
        {
            calls = calls.Where(call => required.RequiredFunctionName is null || call.Name == required.RequiredFunctionName).ToList();
            var isDeclared = required.RequiredFunctionName is null || tools.Exists(tool => tool.Name == required.RequiredFunctionName);
            if (!calls.Any() && isDeclared) calls = [planner.Demand(required.RequiredFunctionName)];
        }

        // A call already made in this turn has its result; the turn as a whole is bounded too.
        var room = Math.Max(0, Plan.MaxCalls - turn.CallsMade.Count);
        var most = options?.AllowMultipleToolCalls == false ? Math.Min(1, room) : room;
        return ([.. calls.Where(call => !turn.CallsMade.Contains(call.Key)).Take(most)], plan.Questions);
    }

    private static FunctionCallContent ToContent(PlannedCall call, int position) => new(
        string.Create(CultureInfo.InvariantCulture, $"call_{position}"),
        call.Name,
        call.Arguments.ToDictionary(argument => argument.Key, argument => (object?)argument.Value.Deserialize(AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonElement))), StringComparer.Ordinal));
}
