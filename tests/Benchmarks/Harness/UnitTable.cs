namespace Websopy.SemanticKernel.Benchmarks.Harness;

/// <summary>The table of an <see cref="InterleavedRun"/>, and the bars on it.</summary>
internal sealed class UnitTable(string unit, IReadOnlyList<Measurement> measurements)
{
    public void Print()
    {
        var table = new MarkdownTable(
            "", $"ns {unit}", $"CPU ns {unit}", $"B {unit}", "clock to floor", "CPU to floor", "bytes to floor");
        foreach (var measurement in measurements)
        {
            var floor = FloorOf(measurement);
            table.Add(
                measurement.Contender.Name,
                MarkdownTable.Number(measurement.Clock),
                MarkdownTable.Number(measurement.Cpu),
                MarkdownTable.Number(measurement.Bytes, "0.0"),
                MarkdownTable.Ratio(measurement.Clock, floor.Clock),
                MarkdownTable.Ratio(measurement.Cpu, floor.Cpu),
                MarkdownTable.Ratio(measurement.Bytes, floor.Bytes));
        }

        table.Print();
    }

    /// <summary>For work on several threads, whose idle ones burn processor time while they wait for more.</summary>
    public Bar Clock(Contender contender, double limit) => BarOn("clock", contender, measurement => measurement.Clock, limit);

    /// <summary>For work on one thread.</summary>
    public Bar Cpu(Contender contender, double limit) => BarOn("CPU", contender, measurement => measurement.Cpu, limit);

    public Bar Bytes(Contender contender, double limit) => BarOn("bytes", contender, measurement => measurement.Bytes, limit);

    public Measurement Of(Contender contender) => measurements.Single(measurement => measurement.Contender == contender);

    private Bar BarOn(string what, Contender contender, Func<Measurement, double> figure, double limit)
    {
        var own = Of(contender);
        return new Bar($"{contender.Name}, {what} to floor", figure(own) / figure(FloorOf(own)), limit);
    }

    private Measurement FloorOf(Measurement measurement) =>
        measurement.Contender.Floor is { } floor ? Of(floor) : measurement;
}
