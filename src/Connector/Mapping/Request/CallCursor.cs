using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Mapping;

/// <summary>Goes once through the calls of one message while their results come by.</summary>
internal struct CallCursor(IList<AIContent> contents)
{
    private readonly IList<AIContent>? _contents = contents;
    private int _next;

    public readonly bool IsOf(IList<AIContent> contents) => ReferenceEquals(_contents, contents);

    /// <summary>The next call of that id, before content <paramref name="end"/>; <see langword="null"/> where there is none.</summary>
    public FunctionCallContent? Next(string callId, int end = int.MaxValue)
    {
        if (_contents is null) return null;
        for (var i = _next; i < _contents.Count && i < end; i++)
        {
            if (_contents[i] is not FunctionCallContent call || call.CallId != callId) continue;
            _next = i + 1;
            return call;
        }

        return null;
    }
}
