namespace Websopy.SemanticKernel.Benchmarks.Harness;

internal static class Statistics
{
    /// <summary>The value that the given share of the values does not exceed (nearest rank).</summary>
    public static double Quantile(IReadOnlyList<double> ascending, double share) =>
        ascending[Math.Clamp((int)Math.Ceiling(share * ascending.Count) - 1, 0, ascending.Count - 1)];
}
