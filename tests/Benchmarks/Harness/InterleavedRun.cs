using System.Diagnostics;

namespace Websopy.SemanticKernel.Benchmarks.Harness;

/// <summary>Measures contenders round by round, each once a round, so that a noisy machine disturbs all of them alike.</summary>
internal static class InterleavedRun
{
    private const int FewestWarmUps = 3;

    public static async Task<IReadOnlyList<Measurement>> MeasureAsync(
        IReadOnlyList<Contender> contenders, int units, int rounds, TimeSpan warmUp)
    {
        foreach (var contender in contenders) await WarmUpAsync(contender, warmUp);

        var samples = contenders.Select(_ => new Sample[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < contenders.Count; i++)
                samples[i][round] = await RunOnceAsync(contenders[i]);
        }

        return [.. contenders.Zip(samples, (contender, ofContender) => Summarize(contender, ofContender, units))];
    }

    /// <summary>Runs until the JIT compiler has seen enough of the work to optimize it.</summary>
    private static async Task WarmUpAsync(Contender contender, TimeSpan atLeast)
    {
        var start = Stopwatch.GetTimestamp();
        for (var run = 0; run < FewestWarmUps || Stopwatch.GetElapsedTime(start) < atLeast; run++) await contender.RunAsync();
    }

    private static async Task<Sample> RunOnceAsync(Contender contender)
    {
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        await contender.RunAsync();
        var clock = Stopwatch.GetElapsedTime(start);
        cpu = Environment.CpuUsage.TotalTime - cpu;
        return new Sample(clock.TotalNanoseconds, cpu.TotalNanoseconds, GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }

    private static Measurement Summarize(Contender contender, Sample[] samples, int units) => new(
        contender,
        samples.Min(sample => sample.Clock) / units,
        samples.Min(sample => sample.Cpu) / units,
        samples.Min(sample => sample.Bytes) / (double)units);

    private readonly record struct Sample(double Clock, double Cpu, long Bytes);
}
