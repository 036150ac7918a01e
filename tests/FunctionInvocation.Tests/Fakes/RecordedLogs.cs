using Microsoft.Extensions.Logging;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>A logger factory that keeps every message from a level on.</summary>
internal sealed class RecordedLogs(LogLevel level) : ILoggerFactory, ILogger
{
    private readonly List<(LogLevel Level, string Message, Exception? Exception)> _entries = [];

    public IReadOnlyList<(LogLevel Level, string Message, Exception? Exception)> Entries
    {
        get
        {
            lock (_entries)
                return [.. _entries];
        }
    }

    public HashSet<string> Categories { get; } = [];

    public string All => string.Join('\n', Entries.Select(entry => $"{entry.Level}: {entry.Message}"));

    public ILogger CreateLogger(string categoryName)
    {
        Categories.Add(categoryName);
        return this;
    }

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public bool IsEnabled(LogLevel logLevel) => logLevel >= level;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;

        lock (_entries)
            _entries.Add((logLevel, formatter(state, exception), exception));
    }

    public void Dispose()
    {
    }
}
