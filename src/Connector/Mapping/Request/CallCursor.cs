using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Mapping;

/// <summary>Goes once through the calls of one message while their results come by.</summary>
internal struct CallCursor(IList<AIContent> contents)
{
    private readonly IList<AIContent>? _contents = contents;
    private int _next;
    private bool _skipped;

    public readonly bool IsOf(IList<AIContent> contents) => ReferenceEquals(_contents, contents);

    /// <summary>
    /// The next call of that id, before content <paramref name="end"/>; <see langword="null"/> where there is none, or where the
    /// result may belong to a call of the same id that was passed by.
    /// </summary>
    public FunctionCallContent? Next(string callId, int end = int.MaxValue)
    {
        if (_contents is null || (_skipped && HasPassed(callId))) return null;
        for (var i = _next; i < _contents.Count && i < end; i++)
        {
            if (_contents[i] is not FunctionCallContent call) continue;
            if (call.CallId != callId)
            {
                _skipped = true;
                continue;
            }

            _next = i + 1;
            return call;
        }

        return null;
    }

    private readonly bool HasPassed(string callId)
    {
        for (var i = 0; i < _next; i++)
        {
            if (_contents![i] is FunctionCallContent call && call.CallId == callId) return true;
        }

        return false;
    }
}
