using System.Diagnostics;

namespace Websopy.SemanticKernel.Benchmarks.Streams;

/// <summary>The memory of a process.</summary>
/// <param name="Heap">Live bytes on the managed heap, after full collections.</param>
/// <param name="WorkingSet">Bytes of physical memory, native parts and free parts of the heap included.</param>
internal sealed record MemoryUse(long Heap, long WorkingSet)
{
    public static MemoryUse OfThisProcess()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        using var process = Process.GetCurrentProcess();
        return new MemoryUse(GC.GetTotalMemory(forceFullCollection: true), process.WorkingSet64);
    }

    public MemoryUse Since(MemoryUse before) => new(Heap - before.Heap, WorkingSet - before.WorkingSet);
}
