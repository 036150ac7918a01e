namespace Websopy.SemanticKernel.Benchmarks.Streams;

/// <summary>What a client process says of its paced streams.</summary>
/// <param name="Complete">Streams of which every event came, once and in order.</param>
/// <param name="Events">Events that came as expected, of all streams.</param>
/// <param name="Failures">What the other streams failed with, a few of them.</param>
/// <param name="Seconds">From the first request to the end of the last stream.</param>
/// <param name="CpuSeconds">Processor time in that time.</param>
/// <param name="PeakWorkingSet">The most physical memory, in bytes.</param>
internal sealed record PacedResult(
    int Complete, long Events, IReadOnlyList<string> Failures, double Seconds, double CpuSeconds, long PeakWorkingSet);
