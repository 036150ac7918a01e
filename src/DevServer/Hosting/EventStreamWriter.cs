using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Websopy.SemanticKernel.DevServer.Runs;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.DevServer.Hosting;

/// <summary>Sends a run's events over one connection until the run ends, the client goes or another connection takes over.</summary>
internal static class EventStreamWriter
{
    private static readonly ReadOnlyMemory<byte> KeepAlive = ": keep-alive\n\n"u8.ToArray();

    public static async Task WriteAsync(HttpContext context, EventReader reader, TimeSpan heartbeatInterval, TimeProvider timeProvider)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, reader.Closed);
        using var wake = stop.Token.UnsafeRegister(static reader => ((EventReader)reader!).Wake(), reader);
        using var heartbeat = new Heartbeat(timeProvider, heartbeatInterval, reader.Wake);
        try
        {
            await WriteHeadAsync(context, stop.Token).ConfigureAwait(false);
            await WriteEventsAsync(context.Response, reader, heartbeat, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Broken off inside a write: what is on the way may be half an event, so the connection must not end as if whole.
            context.Abort();
        }
    }

    private static async Task WriteHeadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var response = context.Response;
        response.ContentType = WireNames.EventStreamMediaType;
        response.Headers.CacheControl = "no-cache, no-transform";
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await response.StartAsync(cancellationToken).ConfigureAwait(false);
        await response.BodyWriter.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task WriteEventsAsync(HttpResponse response, EventReader reader, Heartbeat heartbeat, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var events = reader.Take(out var isEnd);
            if (!events.IsEmpty)
            {
                // Whole events in one write: Websopy's own sample takes each piece that arrives for whole lines.
                heartbeat.OnSent();
                await response.BodyWriter.WriteAsync(events, stop).ConfigureAwait(false);
            }
            else if (isEnd)
            {
                return;
            }
            else if (heartbeat.IsDue)
            {
                await response.BodyWriter.WriteAsync(KeepAlive, stop).ConfigureAwait(false);
                heartbeat.Restart();
            }
            else
            {
                await reader.WaitAsync().ConfigureAwait(false);
            }
        }
    }
}
