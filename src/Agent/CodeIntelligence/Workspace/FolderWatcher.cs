using System.Threading.Channels;

namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>
/// Tells when something under a folder may have changed, once for a burst of changes. It does not tell what: editors and version control
/// write in many ways, and the system drops events when there are too many, so that only a scan knows.
/// </summary>
internal sealed class FolderWatcher : IDisposable
{
    private const int BufferBytes = 64 * 1024;

    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> _signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly string _folder;
    private readonly Func<string, bool> _isRelevant;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private FileSystemWatcher? _watcher;
    private ITimer? _timer;
    private bool _disposed;

    /// <param name="folder">What to watch, with all folders below.</param>
    /// <param name="isRelevant">Which paths are worth a signal.</param>
    /// <param name="time">Measures the quiet after a burst.</param>
    public FolderWatcher(string folder, Func<string, bool> isRelevant, TimeProvider time)
    {
        (_folder, _isRelevant, _time) = (folder, isRelevant, time);
        Start();
    }

    /// <summary>Acts as if something had changed.</summary>
    public void Signal() => _signals.Writer.TryWrite(true);

    /// <summary>Waits for a change, and then until there has been none for a moment, or until that has taken too long.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await _signals.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        var begun = _time.GetTimestamp();
        do
        {
            while (_signals.Reader.TryRead(out _))
            {
            }

            await Task.Delay(Quiet, _time, cancellationToken).ConfigureAwait(false);
        }
        while (_signals.Reader.TryPeek(out _) && _time.GetElapsedTime(begun) < Longest);
        _signals.Reader.TryRead(out _);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _watcher?.Dispose();
            _timer?.Dispose();
        }
    }

    private void Start()
    {
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            try
            {
                _watcher?.Dispose();
                _watcher = new FileSystemWatcher(_folder)
                {
                    IncludeSubdirectories = true,
                    InternalBufferSize = BufferBytes,
                    NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
                };
                _watcher.Changed += OnChange;
                _watcher.Created += OnChange;
                _watcher.Deleted += OnChange;
                _watcher.Renamed += OnRename;
                _watcher.Error += OnError;
                _watcher.EnableRaisingEvents = true;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
            {
                // The system has no watches left, or the folder is gone for now: look every few seconds instead.
                _timer ??= _time.CreateTimer(_ => Signal(), null, Poll, Poll);
            }
        }
    }

    private void OnChange(object sender, FileSystemEventArgs change)
    {
        if (_isRelevant(change.FullPath))
        {
            Signal();
        }
    }

    private void OnRename(object sender, RenamedEventArgs change)
    {
        if (_isRelevant(change.FullPath) || _isRelevant(change.OldFullPath))
        {
            Signal();
        }
    }

    // Events were lost, or the watch itself broke.
    private void OnError(object sender, ErrorEventArgs error)
    {
        if (error.GetException() is not InternalBufferOverflowException)
        {
            Start();
            _timer ??= _time.CreateTimer(_ => Signal(), null, Poll, Poll);
        }

        Signal();
    }
}
