using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Websopy.SemanticKernel.Benchmarks.Processes;

/// <summary>A model's side of a turn with two calls: both at once, then text for a second; to their results it answers at once.</summary>
internal static class CallEvents
{
    public const int Texts = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    public static async Task RespondAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var request = await reader.ReadToEndAsync(context.RequestAborted);
        context.Response.ContentType = "text/event-stream";
        if (request.Contains("\"role\":\"tool\"", StringComparison.Ordinal)) await WriteAsync(context, """{"type":"content","content":"Both are done."}""");
        else await StreamWithCallsAsync(context);
        await WriteAsync(context, """{"type":"done","usage":{"promptTokens":20,"completionTokens":150}}""");
    }

    private static async Task StreamWithCallsAsync(HttpContext context)
    {
        var start = Stopwatch.GetTimestamp();
        for (var call = 1; call <= 2; call++)
            await WriteAsync(context, Invariant($$$"""{"type":"tool_call","tool":{"id":"call_{{{call}}}","name":"tool","arguments":"{\"written\":{{{Stopwatch.GetTimestamp()}}} }"}}"""));
        for (var text = 1; text <= Texts; text++)
        {
            // By the clock from the start, so that the stream takes its second however late a timer fires.
            var left = text * Pause - Stopwatch.GetElapsedTime(start);
            if (left > TimeSpan.Zero) await Task.Delay(left, TimeProvider.System, context.RequestAborted);
            await WriteAsync(context, Invariant($$"""{"type":"content","content":"{{FirstEvent.Mark}}{{Stopwatch.GetTimestamp()}}{{FirstEvent.Mark}}"}"""));
        }
    }

    private static string Invariant(FormattableString json) => json.ToString(CultureInfo.InvariantCulture);

    private static async Task WriteAsync(HttpContext context, string json) =>
        await context.Response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes($"data: {json}\n\n"), context.RequestAborted);
}
