using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.Differential;

/// <summary>What became of a call, as text: what the tool saw, and its result or failure.</summary>
internal static class Outcome
{
    public static async Task<string> OfAsync(AIFunction function, ArgumentCase call)
    {
        var seen = Probe.Listen();
        string end;
        try
        {
            end = Result(await function.InvokeAsync(call.Make(), new CancellationToken(call.IsCancelled)));
        }
#pragma warning disable CA1031 // Whatever is thrown is the outcome.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            end = Failure(failure);
        }

        return $"saw ({string.Join("; ", seen)}), {end}";
    }

    /// <summary>Indentation apart, JSON must be the same to the letter.</summary>
    private static string Result(object? result) => result switch
    {
        null => "returned nothing",
        JsonElement element => "returned " + JsonSerializer.Serialize(element),
        _ => $"returned as it is {Dump.Of(result)}",
    };

    /// <summary>
    /// The exact type; which part of the JSON, or which parameter, it is about. What reflection throws of an argument that
    /// it cannot pass on names no parameter, and ours does: an intended difference.
    /// </summary>
    private static string Failure(Exception failure) => failure switch
    {
        JsonException json => $"threw {failure.GetType()} at {json.Path}",
        ArgumentException argument => $"threw {failure.GetType()} of {argument.ParamName ?? "arguments"}",
        _ => $"threw {failure.GetType()}",
    };
}
