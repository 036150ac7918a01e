using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.DevServer.Offline;

namespace Websopy.SemanticKernel.DevServer.Tests.Offline;

/// <summary>One line of a table of requests.</summary>
internal sealed record RequestCase(string Tools, string Request, string Expected)
{
    public static readonly DateOnly Today = new(2025, 3, 5);

    public static IEnumerable<RequestCase> Read(string lines) =>
        lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line =>
        {
            var arrow = line.LastIndexOf(" => ", StringComparison.Ordinal);
            var bar = line.IndexOf(" | ", StringComparison.Ordinal);
            return new RequestCase(line[..bar], line[(bar + 3)..arrow], Canonical(line[(arrow + 4)..]));
        });

    /// <summary>What the model makes of the request, in the table's form.</summary>
    public string Actual() => Actual(ToolSets.Get(Tools));

    public string Actual(IEnumerable<AITool> tools)
    {
        var plan = new CallPlanner(new(Request), ToolEntry.Read(tools), Today, TestContext.Current.CancellationToken).Plan();
        if (plan.Calls.Count > 0) return string.Join(" + ", plan.Calls.Select(call => call.Key));
        return plan.Questions.Count == 0 ? "-" : "? " + plan.Questions[0].Tool.Name + " " + string.Join(' ', plan.Questions[0].Missing.Select(missing => missing.Name));
    }

    private static string Canonical(string expected) => !expected.Contains('{', StringComparison.Ordinal)
        ? expected
        : string.Join(" + ", expected.Split(" + ").Select(call =>
        {
            var brace = call.IndexOf('{', StringComparison.Ordinal);
            return call[..brace] + CanonicalJson.Write(JsonNode.Parse(call[brace..]));
        }));
}
