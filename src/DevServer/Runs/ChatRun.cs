using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Websopy.SemanticKernel.DevServer.Protocol;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.DevServer.Runs;

/// <summary>
/// One answer of the model. It runs apart from the connection that asked for it, so that a connection that broke can come
/// back; without one it is given up after the resume window.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing, and a cancellation may come at any time.")]
internal sealed class ChatRun
{
    private readonly RunRegistry _registry;
    private readonly WebsopyServerOptions _options;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly ITimer _expiry;
    private int _holdsSlot = 1;

    public ChatRun(string id, byte[]? owner, RunRegistry registry)
    {
        (Id, Owner, _registry, _options, _logger) = (id, owner, registry, registry.Options, registry.Logger);
        Events = new ReplayBuffer(_options.ReplayBufferEvents, _options.ReplayBufferBytes);
        _expiry = registry.TimeProvider.CreateTimer(
            static run => ((ChatRun)run!).Expire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public string Id { get; }

    /// <summary>The hash of the key that asked for it; <see langword="null"/> where no key is asked for.</summary>
    public byte[]? Owner { get; }

    public ReplayBuffer Events { get; }

    /// <summary>Completes when the model has come to its end, also where it failed and where the log refuses to hear of it.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    public void Start(ChatRequest request) => Completion = Task.Run(() => RunAsync(request));

    public EventReader? TryAttach(long after)
    {
        // The window stays set: it ends nothing while a connection is attached, and each detachment sets it anew.
        return Events.TryAttach(after);
    }

    public void Detach(EventReader reader)
    {
        if (!Events.Detach(reader))
            return;
        if (Events.IsComplete)
            ReleaseSlot();
        if (_options.ResumeWindow > TimeSpan.Zero)
            _expiry.Change(_options.ResumeWindow, Timeout.InfiniteTimeSpan);
        else
            Expire();
    }

    /// <summary>Gives the run up, unless a connection is attached.</summary>
    public void Expire()
    {
        if (Events.TryClose())
            Cancel();
    }

    /// <summary>Cancels the model and sends away whoever is attached.</summary>
    public void Cancel()
    {
        Events.Close();
        _expiry.Dispose();
        _ = CancelModelAsync();
        if (Events.IsComplete)
            _registry.Remove(this);
    }

    /// <summary>What the model does on cancellation is its own affair: it neither holds up nor brings down who cancels.</summary>
    private async Task CancelModelAsync()
    {
        try
        {
            await _cancellation.CancelAsync().ConfigureAwait(false);
        }
        catch (AggregateException e)
        {
            _logger.ModelFailed(e);
        }
    }

    private async Task RunAsync(ChatRequest request)
    {
        try
        {
            await PumpAsync(request).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // The model's own failures are dealt with by now. The exception is left out: it may be what the log choked on.
            _logger.RunBroke(e.GetType().Name);
        }
        finally
        {
            End();
        }
    }

    private async Task PumpAsync(ChatRequest request)
    {
        var declared = (request.Options.Tools ?? []).Select(tool => tool.Name).ToHashSet(StringComparer.Ordinal);
        using var chunks = new ChunkWriter(Id, Events.Append, _logger, declared);
        try
        {
            await AskAsync(request, chunks).ConfigureAwait(false);
            chunks.WriteDone();
        }
        catch (Exception e) when (_cancellation.IsCancellationRequested)
        {
            _logger.RunCancelled(e);
        }
        catch (Exception e)
        {
            chunks.WriteError(ErrorCodes.ModelError, ModelFailure.Describe(e, _options.IncludeErrorDetails));
            _logger.ModelFailed(e);
        }
    }

    private void End()
    {
        Events.Complete();
        if (!Events.IsAttached)
            ReleaseSlot();
        if (Events.IsClosed)
            _registry.Remove(this);
    }

    private async Task AskAsync(ChatRequest request, ChunkWriter chunks)
    {
        // A scope of its own: the request's would end with the connection.
        var scope = _registry.Scopes.CreateAsyncScope();
        await using var owned = scope.ConfigureAwait(false);
        var model = scope.ServiceProvider.GetRequiredService<IChatClient>();
        var updates = model.GetStreamingResponseAsync(request.Messages, request.Options, _cancellation.Token);
        await foreach (var update in updates.ConfigureAwait(false))
        {
            _cancellation.Token.ThrowIfCancellationRequested();
            chunks.Write(update);
            await Events.WaitForRoomAsync(_cancellation.Token).ConfigureAwait(false);
        }
    }

    private void ReleaseSlot()
    {
        if (Interlocked.Exchange(ref _holdsSlot, 0) == 1)
            _registry.ReleaseSlot(this);
    }
}
