using System.Collections.Concurrent;
using System.Diagnostics;

namespace Websopy.SemanticKernel.CodeIntelligence.Scripts;

/// <summary>
/// Starts processes from a thread that lives on. "Die with the parent" means, to the kernel, with the thread that made the process:
/// started from the thread pool, a script would be killed whenever the pool lets a thread go.
/// </summary>
internal sealed class ProcessThread : IDisposable
{
    private readonly BlockingCollection<(ProcessStartInfo Start, TaskCompletionSource<Process> Started)> _requests = [];

    public ProcessThread() => new Thread(Run) { IsBackground = true, Name = "Script starter" }.Start();

    public Task<Process> StartAsync(ProcessStartInfo start)
    {
        TaskCompletionSource<Process> started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _requests.Add((start, started));
        return started.Task;
    }

    /// <summary>Lets the thread go, and with it every process that it started.</summary>
    public void Dispose() => _requests.CompleteAdding();

    private void Run()
    {
        foreach (var (start, started) in _requests.GetConsumingEnumerable())
        {
            try
            {
                started.SetResult(Process.Start(start)!);
            }
            catch (Exception exception)
            {
                started.SetException(exception);
            }
        }

        _requests.Dispose();
    }
}
