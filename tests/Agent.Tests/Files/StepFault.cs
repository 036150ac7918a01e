using Websopy.SemanticKernel.CodeIntelligence.Files;

namespace Websopy.SemanticKernel.Agent.Tests.Files;

/// <summary>Stands for the end of the process: nothing that would tidy up after it gets anywhere.</summary>
internal sealed class CrashException : Exception;

/// <summary>Does something at one step of a transaction, and remembers which steps there were.</summary>
internal sealed class StepFault
{
    private readonly Func<int, CommitStep, bool> _isDue;
    private readonly Action _action;
    private bool _crashed;

    private StepFault(Func<int, CommitStep, bool> isDue, Action action) => (_isDue, _action) = (isDue, action);

    public List<CommitStep> Steps { get; } = [];

    /// <summary>Off while a test prepares the files.</summary>
    public bool Armed { get; set; }

    /// <summary>Does it once, at the n-th time (from 1) of the step of that name.</summary>
    public static StepFault At(string step, int occurrence, Action action)
    {
        var count = 0;
        return new((_, current) => current.ToString() == step && ++count == occurrence, action);
    }

    /// <summary>The n-th step (from 0), and all after it, end the process.</summary>
    public static StepFault CrashAt(int index)
    {
        StepFault? fault = null;
        fault = new((i, _) => i == index || fault!._crashed, () =>
        {
            fault!._crashed = true;
            throw new CrashException();
        });
        return fault;
    }

    public void OnStep(CommitStep step)
    {
        if (!Armed) return;
        Steps.Add(step);
        if (_isDue(Steps.Count - 1, step)) _action();
    }
}
