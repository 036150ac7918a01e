namespace Websopy.SemanticKernel.CodeIntelligence.Files;

/// <summary>
/// Lets one change of a folder happen at a time, among all processes. The system lets go of it when its holder dies, and the
/// file stays, since removing it would let two hold it at once.
/// </summary>
internal static class FolderLock
{
    public static TimeSpan MaxWait { get; } = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <returns>Dispose it to let go.</returns>
    /// <exception cref="CodeException">Somebody else had it for <see cref="MaxWait"/>.</exception>
    public static async Task<FileStream> TakeAsync(string stateFolder, TimeProvider time, CancellationToken ct)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            try
            {
                return new(Path.Join(stateFolder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            }
            // Exactly IOException is what "somebody has it" comes as; what derives from it is another failure.
            catch (IOException e) when (e.GetType() == typeof(IOException))
            {
                if (time.GetElapsedTime(start) >= MaxWait)
                    throw new CodeException(CodeErrorKind.WriteFailed, "Another process is changing this solution. Nothing was written; try again later.", e);
            }
            await Task.Delay(Pause, time, ct).ConfigureAwait(false);
        }
    }
}
