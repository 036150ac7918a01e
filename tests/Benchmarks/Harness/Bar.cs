using System.Globalization;

namespace Websopy.SemanticKernel.Benchmarks.Harness;

/// <summary>A figure that the project holds itself to. It is reported, not asserted: a busy machine is no defect.</summary>
internal sealed record Bar(string Name, double Actual, double Limit)
{
    public static void Print(params Bar[] bars)
    {
        foreach (var bar in bars) Console.WriteLine(bar);
        Console.WriteLine();
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"- {Name}: {Actual:0.##}, at most {Limit:0.##}: {(Actual <= Limit ? "met" : "NOT met")}");
}
