using System.Diagnostics;
using System.Globalization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Websopy.SemanticKernel.Benchmarks.Processes;

/// <summary>
/// The server's role: event streams over Kestrel on loopback, with as little behind them as can be. It lives until its input
/// closes.
/// </summary>
internal static class StreamServer
{
    public const string Role = "serve";

    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(10);

    private static int _streams;

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Limits.KeepAliveTimeout = LongestLife;
        });
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/idle", IdleAsync);
        app.MapPost("/paced", PacedAsync);
        app.MapPost("/first", FirstAsync);
        app.MapPost("/calls", CallEvents.RespondAsync);
        await app.StartAsync();

        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Console.WriteLine(address);
        using var life = new CancellationTokenSource(LongestLife, TimeProvider.System);
        await Console.In.ReadToEndAsync(life.Token);
        await app.StopAsync(new CancellationToken(canceled: true));
    }

    /// <summary>One event, then silence until the client leaves.</summary>
    private static async Task IdleAsync(HttpContext context)
    {
        Begin(context.Response);
        await WriteContentAsync(context, "hello");
        await UntilAbortedAsync(context.RequestAborted);
    }

    /// <summary>Events at a steady pace; each says the stream it belongs to and its place in it.</summary>
    private static async Task PacedAsync(HttpContext context, int events, double period)
    {
        var stream = Interlocked.Increment(ref _streams);
        Begin(context.Response);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(period), TimeProvider.System);
        for (var index = 0; index < events; index++)
        {
            await WriteContentAsync(context, string.Create(CultureInfo.InvariantCulture, $"{stream}:{index}"));
            await timer.WaitForNextTickAsync(context.RequestAborted);
        }

        await WriteDoneAsync(context);
    }

    /// <summary>The head, a pause in which the client begins to read, and an event that says when it was written.</summary>
    private static async Task FirstAsync(HttpContext context)
    {
        Begin(context.Response);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, context.RequestAborted);
        await WriteContentAsync(context, string.Create(CultureInfo.InvariantCulture, $"{FirstEvent.Mark}{Stopwatch.GetTimestamp()}{FirstEvent.Mark}"));
        await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, context.RequestAborted);
        await WriteDoneAsync(context);
    }

    private static void Begin(HttpResponse response)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
    }

    private static async Task WriteContentAsync(HttpContext context, string content)
    {
        var writer = context.Response.BodyWriter;
        Utf8.TryWrite(writer.GetSpan(128), CultureInfo.InvariantCulture, $"data: {{\"type\":\"content\",\"content\":\"{content}\"}}\n\n", out var written);
        writer.Advance(written);
        await writer.FlushAsync(context.RequestAborted);
    }

    private static async Task WriteDoneAsync(HttpContext context) =>
        await context.Response.BodyWriter.WriteAsync(
            "data: {\"type\":\"done\",\"usage\":{\"promptTokens\":20,\"completionTokens\":150}}\n\n"u8.ToArray(), context.RequestAborted);

    private static async Task UntilAbortedAsync(CancellationToken aborted)
    {
        var left = new TaskCompletionSource();
        await using var registration = aborted.Register(left.SetResult);
        await left.Task;
    }
}
