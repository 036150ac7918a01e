using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.FunctionInvocation;

/// <summary>The calls of a round: decides about each as it comes, starts what may start, and knows how the round stands.</summary>
internal sealed class RoundCalls(
    MidStreamFunctionInvokingChatClient client, RoundRequest request, RoundTranscript transcript, CancellationToken cancellationToken)
{
    private readonly CallsUnderWay _underWay = new(client.RunsConcurrently(request.Options), cancellationToken);
    private readonly List<RoundCall> _calls = [];
    private readonly List<(RoundCall Call, CallDecision Decision)> _new = [];

    /// <summary>The calls that were passed on for the caller to answer, or to approve.</summary>
    private readonly List<FunctionCallContent> _left = [];
    private readonly HashSet<string> _answeredByServer = new(StringComparer.Ordinal);

    /// <summary>The tools as they were at the round's first call: a function may change the options while another call arrives.</summary>
    private AITool[]? _tools;
    private int _seen;
    private bool _asksApproval;

    public CallsUnderWay UnderWay => _underWay;

    /// <summary>Whether calls were taken on.</summary>
    public bool Any => _calls.Count > 0;

    /// <summary>Whether a call was passed on for the caller to answer, or to approve.</summary>
    public bool WaitsForCaller => _asksApproval || _left.Count > 0;

    /// <summary>Whether a function has asked for the turn to end.</summary>
    public bool Terminates { get; private set; }

    /// <summary>What the functions have thrown, in the order of the calls.</summary>
    public List<Exception> Exceptions => [.. _calls.Where(call => call.Failure is not null).Select(call => call.Failure!)];

    /// <summary>The results that answer the calls, in the order of the calls.</summary>
    public List<AIContent> Results => [.. _calls.Where(call => call is { Result: not null, IsAnsweredByServer: false }).Select(call => call.Result!)];

    /// <summary>Decides about the calls in an update, before it is passed on: its contents then say what was decided.</summary>
    public void Decide(ChatResponseUpdate update)
    {
        var contents = update.Contents;
        foreach (var content in contents)
        {
            if (content is FunctionResultContent result) _answeredByServer.Add(result.CallId);
        }

        List<AIContent>? changed = null;
        for (var i = 0; i < contents.Count; i++)
        {
            var content = contents[i] switch
            {
                FunctionCallContent { InformationalOnly: false } call => Decide(call),
                FunctionResultContent result => TakeOver(result),
                var other => other,
            };
            if (ReferenceEquals(content, contents[i])) changed?.Add(contents[i]);
            else (changed ??= [.. contents.Take(i)]).AddRange(content is null ? [] : [content]);
        }

        if (changed is not null) update.Contents = changed;
    }

    /// <summary>Starts what <see cref="Decide(ChatResponseUpdate)"/> has found, once the transcript has it.</summary>
    public void Start()
    {
        foreach (var (call, decision) in _new)
        {
            if (_underWay.StartsNoMore) _underWay.End(call, new CallOutcome(CallStatus.Skipped));
            else if (decision.Function is { } function) Start(call, function);
            else _underWay.End(call, new CallOutcome(CallStatus.NotFound));
        }

        _new.Clear();
    }

    /// <summary>Takes the result of a call that has ended, to be passed on.</summary>
    public bool TryTakeResult(out FunctionResultContent result)
    {
        while (_underWay.TryTake(out var ended))
        {
            var (call, outcome) = ended;
            if (call.IsAnsweredByServer) continue;
            result = call.Result = outcome.ToContent(call.Content, client.IncludeDetailedErrors);
            Terminates |= outcome.Terminate;
            if (outcome.Status != CallStatus.Cancelled) call.Failure = result.Exception;
            return true;
        }

        result = null!;
        return false;
    }

    private AIContent? Decide(FunctionCallContent call)
    {
        if (_answeredByServer.Contains(call.CallId))
        {
            call.InformationalOnly = true;
            return call;
        }

        if (_calls.Exists(earlier => Repeats(call, earlier.Content)) || _left.Exists(earlier => Repeats(call, earlier)))
        {
            InvocationLog.Repeated(client.Logger, call.Name);
            return null;
        }

        _seen++;
        var decision = CallDecision.For(call, _tools ??= request.Tools(client), client.TerminateOnUnknownCalls);
        switch (decision.Action)
        {
            case not CallAction.AskApproval when request.IsLast:
                _left.Add(call);
                return call;
            case CallAction.LeaveToCaller:
                InvocationLog.LeftToCaller(client.Logger, call.Name);
                _left.Add(call);
                return call;
            case CallAction.AskApproval:
                InvocationLog.NeedsApproval(client.Logger, call.Name);
                _left.Add(call);
                _asksApproval = true;
                return new ToolApprovalRequestContent($"ficc_{call.CallId}", call); // the id that the base class gives it
            default:
                if (decision.Action == CallAction.AnswerNotFound) InvocationLog.NotFound(client.Logger, call.Name);
                TakeOn(call, decision);
                return call;
        }
    }

    private void TakeOn(FunctionCallContent call, CallDecision decision)
    {
        call.InformationalOnly = true;
        var taken = new RoundCall(call, _seen - 1);
        _calls.Add(taken);
        _new.Add((taken, decision));
    }

    /// <summary>
    /// A result of the inner client's own. It counts instead of ours; but where ours was passed on before, the history of the
    /// caller would have two, and it is left out.
    /// </summary>
    private FunctionResultContent? TakeOver(FunctionResultContent result)
    {
        if (_left.FindIndex(call => call.CallId == result.CallId) is >= 0 and var left)
        {
            _left[left].InformationalOnly = true;
            _left.RemoveAt(left);
            return result;
        }

        if (_calls.Find(call => call.Content.CallId == result.CallId) is not { IsAnsweredByServer: false } call) return result;
        if (call.Result is not null) return null;
        InvocationLog.AnsweredByServer(client.Logger, call.Content.Name);
        call.IsAnsweredByServer = true;
        if (call.Cancellation is { } cancellation) _underWay.Add(TurnCancellation.CancelAsync(cancellation, client.Logger));
        return result;
    }

    private void Start(RoundCall call, AIFunction function)
    {
        var context = request.ContextOf(client, call, function, _seen, transcript);
        _underWay.Start(call, token => FunctionRunner.RunAsync(client, context, token), EndsTurn);
    }

    private bool EndsTurn(CallOutcome outcome) =>
        outcome.Terminate || (request.IsAtErrorLimit && outcome is { Status: CallStatus.Failed } && !_underWay.IsConcurrent);

    /// <summary>
    /// Whether a call is one that came before, sent again by a stream that was resumed or replayed. Calls without ids cannot be
    /// told from calls that the model makes twice.
    /// </summary>
    private static bool Repeats(FunctionCallContent call, FunctionCallContent earlier) =>
        call.CallId.Length > 0 && call.CallId == earlier.CallId && CallIdentity.SaysTheSame(call, earlier);
}
