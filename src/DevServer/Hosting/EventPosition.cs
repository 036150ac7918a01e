using System.Globalization;

namespace Websopy.SemanticKernel.DevServer.Hosting;

/// <summary>An event's id, <c>RUN-NUMBER</c>.</summary>
internal readonly record struct EventPosition(string RunId, long Number)
{
    public static EventPosition? TryParse(string id)
    {
        var dash = id.LastIndexOf('-');
        return dash > 0 && long.TryParse(id.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(id[..dash], number)
            : null;
    }
}
