namespace Websopy.SemanticKernel.CodeIntelligence.Files;

/// <summary>Decides what becomes of a transaction that a process left unfinished.</summary>
internal static class RecoveryPlan
{
    /// <param name="state">How far it had come.</param>
    /// <param name="files">What each file holds, and whether its new contents are staged still or not needed.</param>
    /// <returns>Whether it is finished; else it is taken back.</returns>
    public static bool GoesForward(RecordState state, IReadOnlyCollection<(FileState State, bool Ready)> files) =>
        // Forward only if that makes every file new: where somebody else changed one meanwhile, or what was staged is lost,
        // taking back leaves the fewest files that nobody has seen together.
        state == RecordState.Applying && files.All(file => file.State == FileState.New || file is (FileState.Old, true));
}
