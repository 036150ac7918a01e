using System.Diagnostics;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>Listens to one source, named apart from those of other tests, and keeps its activities in the order in which they ended.</summary>
internal sealed class RecordedActivities : IDisposable
{
    private readonly List<Activity> _ended = [];
    private readonly ActivityListener _listener;

    public RecordedActivities()
    {
        Source = new ActivitySource($"tests.{Guid.NewGuid():N}");
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Source.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (_ended)
                    _ended.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public ActivitySource Source { get; }

    public IReadOnlyList<Activity> Ended
    {
        get
        {
            lock (_ended)
                return [.. _ended];
        }
    }

    public Activity Turn => Ended.Single(activity => activity.OperationName == "orchestrate_tools");

    public IEnumerable<Activity> Tools => Ended.Where(activity => activity.OperationName.StartsWith("execute_tool", StringComparison.Ordinal));

    public void Dispose()
    {
        _listener.Dispose();
        Source.Dispose();
    }
}
