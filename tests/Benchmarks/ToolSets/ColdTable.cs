using Websopy.SemanticKernel.Benchmarks.Harness;
using Websopy.SemanticKernel.ToolsProgram;

namespace Websopy.SemanticKernel.Benchmarks.ToolSets;

/// <summary>The medians of cold processes, and the bars on them.</summary>
internal sealed class ColdTable(IReadOnlyDictionary<string, ColdTimes> medians)
{
    /// <summary>Runs the contenders round by round, so that a noisy machine disturbs all of them alike.</summary>
    /// <param name="contenders">Their names.</param>
    /// <param name="runs">How many processes of each.</param>
    /// <param name="runAsync">Runs a process, and returns the line that it printed.</param>
    public static async Task<ColdTable> MeasureAsync(IReadOnlyList<string> contenders, int runs, Func<string, Task<string>> runAsync)
    {
        var samples = contenders.ToDictionary(contender => contender, _ => new List<ColdTimes>());
        for (var run = -1; run < runs; run++)
        {
            foreach (var contender in contenders)
            {
                var times = ColdTimes.Parse(await runAsync(contender));
                if (run >= 0) samples[contender].Add(times); // before the first, the files may not be in memory
            }
        }

        return new(samples.ToDictionary(pair => pair.Key, pair => Median(pair.Value)));
    }

    public void Print()
    {
        var floor = medians[ShopContenders.HandWritten];
        var table = new MarkdownTable("", "created, ms", "first call, ms", "CPU, ms", "and one with records, ms", "and all schemas, ms", "first call to floor", "CPU to floor");
        foreach (var (contender, times) in medians)
        {
            table.Add(
                contender,
                Milliseconds(times.Created), Milliseconds(times.Called), Milliseconds(times.Cpu), Milliseconds(times.CalledWithRecord), Milliseconds(times.Described),
                MarkdownTable.Ratio(times.Called, floor.Called), MarkdownTable.Ratio(times.Cpu, floor.Cpu));
        }

        table.Print();
    }

    public Bar Called(string contender, double limit) => new($"{contender}, created and called, ms", medians[contender].Called, limit);

    public Bar CalledToHandWritten(string contender, double limit) =>
        new($"{contender}, created and called, to floor", medians[contender].Called / medians[ShopContenders.HandWritten].Called, limit);

    private static string Milliseconds(double value) => MarkdownTable.Number(value, "0.00");

    private static ColdTimes Median(List<ColdTimes> samples) => new(
        Median(samples, times => times.Created),
        Median(samples, times => times.Called),
        Median(samples, times => times.CalledWithRecord),
        Median(samples, times => times.Described),
        Median(samples, times => times.Cpu));

    private static double Median(List<ColdTimes> samples, Func<ColdTimes, double> figure) =>
        Statistics.Quantile([.. samples.Select(figure).Order()], 0.5);
}
