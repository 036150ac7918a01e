namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>What to do about a request.</summary>
/// <param name="Calls">The calls, each different from the others.</param>
/// <param name="Questions">Calls that lack required parameters.</param>
internal sealed record Plan(IReadOnlyList<PlannedCall> Calls, IReadOnlyList<Question> Questions)
{
    public const int MaxCalls = 8;

    public static readonly Plan Nothing = new([], []);
}
