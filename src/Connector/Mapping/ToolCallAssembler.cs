using System.Text.Json;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.FunctionInvocation;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.Mapping;

/// <summary>Joins the fragments of tool calls to calls, by the rules of docs/protocol.md.</summary>
internal sealed class ToolCallAssembler(string responseKey, int maxCalls, int maxArgumentBytes, Quoter quoter) : IDisposable
{
    private readonly List<ToolCallDraft> _open = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>The calls that were whole before the stream was resumed, by the server's ids.</summary>
    private readonly List<FunctionCallContent> _beforeResume = [];
    private readonly List<FunctionCallContent> _identified = [];

    /// <summary>How many calls have begun.</summary>
    public int Count { get; private set; }

    /// <summary>The calls that have begun and are not whole, for an error's message.</summary>
    public string? Unfinished => _open.Count == 0 ? null : string.Join(", ", _open.Select(draft => draft.Name));

    /// <summary>Takes the tool of a chunk.</summary>
    /// <param name="tool">The JSON of a <c>tool_call</c> chunk's tool.</param>
    /// <param name="whole">Gets the calls that this chunk made whole, in the order they began.</param>
    /// <exception cref="JsonException">There is no tool, or a fragment has no name and nothing to belong to.</exception>
    /// <exception cref="WebsopyException">A limit is exceeded.</exception>
    public void Add(ReadOnlySpan<byte> tool, List<AIContent> whole)
    {
        var fragment = ToolFragment.Read(tool);
        var id = fragment.Id.GetStringOrNull();
        var name = fragment.Name.GetStringOrNull();
        var draft = Find(id, name);
        if (draft is null)
        {
            CloseEmpty(whole);
            draft = Begin(id, name);
        }

        draft.Append(fragment.Arguments, maxArgumentBytes);
        if (draft.IsWhole) Close(draft, whole);
    }

    /// <summary>
    /// Tells that what comes now comes over another connection. A call that had come, and comes again with its id, name and
    /// arguments, is the server's repetition and not a second call.
    /// </summary>
    public void Resume()
    {
        _beforeResume.AddRange(_identified);
        _identified.Clear();
    }

    /// <summary>Ends all calls that are still open: empty arguments mean none, broken ones are told in the call.</summary>
    public void Complete(List<AIContent> whole)
    {
        while (_open.Count > 0) Close(_open[0], whole);
    }

    public void Dispose()
    {
        foreach (var draft in _open) draft.Dispose();
        _open.Clear();
    }

    private ToolCallDraft? Find(string? id, string? name) =>
        !string.IsNullOrEmpty(id) ? _open.FindLast(draft => draft.WireId == id)
        : string.IsNullOrEmpty(name) ? _open.LastOrDefault()
        : _open.FindLast(draft => draft.Name == name);

    private ToolCallDraft Begin(string? id, string? name)
    {
        if (string.IsNullOrEmpty(name)) throw new JsonException("a tool call begins without a name");
        if (++Count > maxCalls)
            throw new WebsopyException(WebsopyErrorKind.LimitExceeded, $"The response has more calls than {nameof(WebsopyClientOptions.MaxToolCalls)}, {maxCalls}.");

        // An id that the server uses a second time would pair two calls with one result: the second gets one of ours.
        var wireId = string.IsNullOrEmpty(id) ? null : id;
        var callId = wireId is not null && _ids.Add(wireId) ? wireId : $"call_{responseKey}_{Count - 1}";
        var draft = new ToolCallDraft(callId, name, wireId, quoter);
        _open.Add(draft);
        return draft;
    }

    /// <summary>A call without arguments and without an id of the server's is over when the next one begins.</summary>
    private void CloseEmpty(List<AIContent> whole)
    {
        foreach (var draft in _open.FindAll(draft => draft is { HasArguments: false, WireId: null })) Close(draft, whole);
    }

    private void Close(ToolCallDraft draft, List<AIContent> whole)
    {
        var call = draft.ToContent();
        _open.Remove(draft);
        draft.Dispose();
        if (draft.WireId is { } id)
        {
            if (_beforeResume.Exists(earlier => earlier.CallId == id && CallIdentity.SaysTheSame(call, earlier))) return;
            if (draft.CallId == id) _identified.Add(call);
        }

        whole.Add(call);
    }
}
