using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Websopy.SemanticKernel.CodeIntelligence.Scripts.Runner;

/// <summary>What the process takes from itself before it runs a script, and cannot take back.</summary>
internal static class Confinement
{
    private const int ProcessorTime = 0, FileSize = 1, Data = 2, Core = 4, Processes = 6, OpenFiles = 7;
    private const int SetParentDeathSignal = 1, SetNoNewPrivileges = 38, Kill = 9;

    /// <summary>Open files, since each can hold a buffer in the kernel.</summary>
    private const ulong MaxOpenFiles = 256;

    /// <param name="memoryBytes">Private memory that can be written: the managed heap, native memory, stacks.</param>
    /// <param name="cpuSeconds">Processor time of all threads.</param>
    /// <param name="fileBytes">The size of one file.</param>
    /// <param name="threads">Threads; does not bind the machine's root.</param>
    public static void Apply(ulong memoryBytes, ulong cpuSeconds, ulong fileBytes, ulong threads)
    {
        Demand(prctl(SetNoNewPrivileges, 1, 0, 0, 0));
        // The host starts this process from a thread that lives as long as the host does.
        Demand(prctl(SetParentDeathSignal, Kill, 0, 0, 0));
        // Not the address space, of which the garbage collector reserves far more than it uses.
        Limit(Data, memoryBytes, memoryBytes);
        // The soft limit ends the process with a signal of its own, which the host can tell; the hard one cannot be caught.
        Limit(ProcessorTime, cpuSeconds, cpuSeconds + 1);
        Limit(FileSize, fileBytes, fileBytes);
        Limit(Core, 0, 0);
        Limit(Processes, threads, threads);
        Limit(OpenFiles, MaxOpenFiles, MaxOpenFiles);
        Demand(SystemCallFilter.Install());
    }

    private static void Limit(int resource, ulong soft, ulong hard) => Demand(setrlimit(resource, new ResourceLimit(soft, hard)));

    private static void Demand(int result)
    {
        if (result != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int setrlimit(int resource, in ResourceLimit limit);

    [DllImport("libc", SetLastError = true)]
    private static extern int prctl(int option, nuint argument2, nuint argument3, nuint argument4, nuint argument5);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct ResourceLimit(ulong soft, ulong hard)
    {
        public readonly ulong Soft = soft;
        public readonly ulong Hard = hard;
    }
}
