using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Websopy.SemanticKernel.DevServer.Protocol;
using Websopy.SemanticKernel.DevServer.Runs;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.DevServer.Hosting;

/// <summary>One mapped path: from a request to the run it starts or comes back to, and to the stream or the error it gets.</summary>
internal sealed class ChatEndpoint(WebsopyServerOptions options, RunRegistry runs, TimeProvider timeProvider, ILogger logger)
{
    private readonly ApiKeyRing _keys = new(options.ApiKeys);

    public static ChatEndpoint Create(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<WebsopyServerOptions>>().Value;
        options.Validate();
        var timeProvider = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var logger = services.GetService<ILoggerFactory>()?.CreateLogger(Log.Category) ?? NullLogger.Instance;
        var runs = new RunRegistry(options, services.GetRequiredService<IServiceScopeFactory>(), timeProvider, logger);
        if (services.GetService<IHostApplicationLifetime>() is { } lifetime)
            new RunShutdown(runs, logger).Register(lifetime);
        return new ChatEndpoint(options, runs, timeProvider, logger);
    }

    public async Task HandleAsync(HttpContext context)
    {
        context.Response.Headers[WireNames.RequestIdHeader] = context.TraceIdentifier;
        ChatRun run;
        EventReader reader;
        try
        {
            (run, reader) = await OpenAsync(context).ConfigureAwait(false);
        }
        catch (RequestRefusedException refusal)
        {
            logger.RequestRefused(refusal.Status, refusal.Code);
            await ErrorResponse.WriteAsync(context.Response, refusal, context.RequestAborted).ConfigureAwait(false);
            return;
        }

        try
        {
            await EventStreamWriter.WriteAsync(context, reader, options.HeartbeatInterval, timeProvider).ConfigureAwait(false);
        }
        finally
        {
            run.Detach(reader);
        }
    }

    private async Task<(ChatRun Run, EventReader Reader)> OpenAsync(HttpContext context)
    {
        if (!_keys.TryIdentify(context.Request.Headers.Authorization, out var owner))
            throw new RequestRefusedException(StatusCodes.Status401Unauthorized, ErrorCodes.Unauthorized, "The key is missing or wrong.");

        var lastEventId = context.Request.Headers[WireNames.LastEventIdHeader].ToString();
        if (lastEventId.Length == 0 && runs.IsFull)
            throw TooMany();

        // The body of a request that resumes says nothing new, but a client sends all of it before it listens.
        var isPost = HttpMethods.IsPost(context.Request.Method);
        var body = isPost ? await RequestBody.ReadAsync(context, options.MaxRequestBytes).ConfigureAwait(false) : default;
        if (lastEventId.Length > 0)
            return Resume(lastEventId, owner);

        return Start(Read(context.Request, isPost, body), owner);
    }

    private static ChatRequest Read(HttpRequest request, bool isPost, ReadOnlyMemory<byte> body)
    {
        try
        {
            return isPost ? ChatRequestReader.Read(body) : ChatRequest.FromMessage(request.Query[WireNames.MessageQuery]);
        }
        catch (InvalidRequestException e)
        {
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, ErrorCodes.InvalidRequest, e.Message);
        }
    }

    private (ChatRun Run, EventReader Reader) Start(ChatRequest request, byte[]? owner)
    {
        if (runs.TryStart(owner, request, out var reader) is not { } run)
            throw TooMany();

        logger.StreamBegan(request.Messages.Count, request.Options.Tools?.Count ?? 0);
        return (run, reader!);
    }

    private RequestRefusedException TooMany() => runs.IsStopped
        ? new(StatusCodes.Status503ServiceUnavailable, ErrorCodes.Overloaded, "The server is stopping.")
        : new(StatusCodes.Status429TooManyRequests, ErrorCodes.RateLimited, "Too many streams at a time.");

    private (ChatRun Run, EventReader Reader) Resume(string lastEventId, byte[]? owner)
    {
        if (EventPosition.TryParse(lastEventId) is { } position
            && runs.Find(position.RunId, owner) is { } run
            && run.TryAttach(position.Number) is { } reader)
        {
            logger.StreamResumed(position.Number);
            return (run, reader);
        }

        throw new RequestRefusedException(
            StatusCodes.Status410Gone, ErrorCodes.ResumeExpired, "What follows this event is no longer there: start anew, without Last-Event-ID.");
    }
}
