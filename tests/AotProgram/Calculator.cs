using System.ComponentModel;
using System.Globalization;
using Microsoft.SemanticKernel;

namespace Websopy.SemanticKernel.AotProgram;

internal enum Kind
{
    Normal = 1,
    Express,
}

internal sealed record Line(string Item, int Count = 1);

internal sealed record Order(string Number, Kind Kind, List<Line> Lines, Order? Parent = null)
{
    public Dictionary<string, string[]>? Tags { get; init; }

    public DateTimeOffset? Due { get; set; }

    public Guid Id { get; init; } = Guid.Empty;

    public string Extra { get; init; } = "default";
}

/// <summary>Tools of the shapes that need no context.</summary>
[ToolSet]
internal sealed class Calculator
{
    [Tool("add"), Description("Adds two numbers.")]
    public int Add([Description("The first.")] int a, [Description("The second.")] int b) => a + b;

    [Tool("round_trip"), Description("Gives back what it got.")]
    public Task<Order> RoundTripAsync(Order order, Kind? kind = null) => Task.FromResult(kind is { } other ? order with { Kind = other } : order);

    [KernelFunction("describe"), Description("Says what it was given, and by whom.")]
    public string Describe(double value, Kernel kernel, KernelArguments arguments, KernelFunction function, CultureInfo culture, CancellationToken cancellationToken) =>
        $"{value.ToString(culture)} {function.Name} {kernel.Plugins.Count} {arguments.Count} {cancellationToken.CanBeCanceled}";

    [Tool("count"), Description("Counts.")]
    public async IAsyncEnumerable<int> CountAsync(int to)
    {
        for (var i = 1; i <= to; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }
}
