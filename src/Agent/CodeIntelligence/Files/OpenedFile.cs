using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Websopy.SemanticKernel.CodeIntelligence.Files;

/// <summary>
/// Opens files so that what was opened can be told from what was asked for: between the check of a path and its opening, a
/// folder on the way can be replaced by a link. On Linux the kernel names the file behind a handle; elsewhere the path is
/// resolved once more, which leaves a shorter gap.
/// </summary>
internal static class OpenedFile
{
    // The values of every Linux architecture that .NET runs on.
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;
    private const int NoSuchFile = 2;
    private const int NotADirectory = 20;

    /// <summary>Opens for reading; a pipe or a device neither blocks nor is read.</summary>
    /// <exception cref="IOException">It does not exist, cannot be opened or is no regular file.</exception>
    public static FileStream OpenRead(string path)
    {
        if (!OperatingSystem.IsLinux())
            return new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var stream = new FileStream(OpenOnLinux(path), FileAccess.Read, bufferSize: 0);
        if (stream.CanSeek) return stream;
        stream.Dispose();
        throw new IOException("It is no regular file.");
    }

    /// <summary>The path of what was opened, without links; null if the system does not tell.</summary>
    /// <param name="handle">The open file.</param>
    /// <param name="path">What it was opened by.</param>
    public static string? RealPath(SafeFileHandle handle, string path)
    {
        if (!OperatingSystem.IsLinux()) return LinkResolver.Resolve(path);
        const string Deleted = " (deleted)"; // replaced since it was opened
        var target = new FileInfo($"/proc/self/fd/{handle.DangerousGetHandle()}").LinkTarget;
        return target is not null && target.EndsWith(Deleted, StringComparison.Ordinal) && !File.Exists(target)
            ? target[..^Deleted.Length]
            : target;
    }

    /// <summary>Makes the names in a folder outlast a loss of power; where that cannot be asked for, it is the system's own doing.</summary>
    public static void FlushFolder(string path)
    {
        if (!OperatingSystem.IsLinux()) return;
        using var handle = OpenOnLinux(path);
        RandomAccess.FlushToDisk(handle);
    }

    private static SafeFileHandle OpenOnLinux(string path)
    {
        var descriptor = Open(Encoding.UTF8.GetBytes(path + "\0"), NonBlocking | CloseOnExec, 0);
        if (descriptor >= 0) return new(descriptor, ownsHandle: true);
        var error = Marshal.GetLastPInvokeError();
        if (error is NoSuchFile or NotADirectory) throw new FileNotFoundException("It does not exist.", Path.GetFileName(path));
        throw new IOException(new Win32Exception(error).Message);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open(byte[] path, int flags, int mode);
}
