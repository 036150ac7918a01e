namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>What changes when a file is written.</summary>
internal readonly record struct FileStamp(long Length, long Ticks)
{
    /// <summary>The stamp of a file, or null if there is none.</summary>
    public static FileStamp? Of(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new FileStamp(file.Length, file.LastWriteTimeUtc.Ticks) : null;
    }
}
