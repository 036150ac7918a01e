using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Websopy.SemanticKernel.DevServer.Protocol;

namespace Websopy.SemanticKernel.DevServer.Runs;

/// <summary>All runs of one endpoint: how many there may be, who may come back to which, and their end.</summary>
internal sealed class RunRegistry(
    WebsopyServerOptions options, IServiceScopeFactory scopes, TimeProvider timeProvider, ILogger logger)
{
    private const int RunIdBytes = 16;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, ChatRun> _runs = [];
    private readonly LinkedList<ChatRun> _finished = [];
    private int _slotsTaken;
    private bool _isStopped;

    public WebsopyServerOptions Options { get; } = options;

    public IServiceScopeFactory Scopes { get; } = scopes;

    public TimeProvider TimeProvider { get; } = timeProvider;

    public ILogger Logger { get; } = logger;

    public bool IsStopped
    {
        get
        {
            lock (_gate)
                return _isStopped;
        }
    }

    /// <summary>Whether a run would be refused now, so that nobody need read what it asks.</summary>
    public bool IsFull
    {
        get
        {
            lock (_gate)
                return _isStopped || _slotsTaken >= Options.MaxConcurrentStreams;
        }
    }

    /// <summary>Starts a run; <see langword="null"/> where there are too many.</summary>
    /// <param name="owner">The hash of the caller's key.</param>
    /// <param name="request">What to ask the model.</param>
    /// <param name="reader">The first connection's view of it.</param>
    public ChatRun? TryStart(byte[]? owner, ChatRequest request, out EventReader? reader)
    {
        reader = null;
        lock (_gate)
        {
            if (_isStopped || _slotsTaken >= Options.MaxConcurrentStreams)
                return null;
            _slotsTaken++;

            // Whoever knows the id may come back to the run: nobody can guess it.
            var run = new ChatRun(RandomNumberGenerator.GetHexString(RunIdBytes * 2, lowercase: true), owner, this);
            reader = run.TryAttach(after: 0);
            _runs.Add(run.Id, run);
            run.Start(request);
            return run;
        }
    }

    /// <summary>The run of this id, if this caller started it.</summary>
    public ChatRun? Find(string id, byte[]? owner)
    {
        lock (_gate)
        {
            return _runs.TryGetValue(id, out var run) && CryptographicOperations.FixedTimeEquals(run.Owner, owner) ? run : null;
        }
    }

    /// <summary>The run needs no slot any more. It stays for who comes back late, if there are not too many such.</summary>
    public void ReleaseSlot(ChatRun run)
    {
        ChatRun? evicted = null;
        lock (_gate)
        {
            _slotsTaken--;
            if (!_runs.ContainsKey(run.Id))
                return;
            _finished.AddLast(run);
            if (_finished.Count > Options.MaxConcurrentStreams)
                evicted = _finished.FirstOrDefault(static finished => !finished.Events.IsAttached);
        }

        evicted?.Expire();
    }

    public void Remove(ChatRun run)
    {
        lock (_gate)
        {
            _runs.Remove(run.Id);
            _finished.Remove(run);
        }
    }

    /// <summary>Cancels every run and lets none start any more. Completes when every model has come to its end.</summary>
    public Task StopAsync()
    {
        ChatRun[] runs;
        lock (_gate)
        {
            _isStopped = true;
            runs = [.. _runs.Values];
        }

        foreach (var run in runs)
            run.Cancel();
        return Task.WhenAll(runs.Select(run => run.Completion));
    }
}
