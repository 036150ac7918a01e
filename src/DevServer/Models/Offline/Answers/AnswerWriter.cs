using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>Writes the answer from the results of a turn.</summary>
internal static class AnswerWriter
{
    private const int MaxResults = 32;

    // Characters of one result; what is left out is noted.
    private const int MaxResultLength = 4_000;

    public static string Write(Turn turn, IReadOnlyList<Question> questions, Phrases phrases)
    {
        var parts = turn.Results.Take(MaxResults).Select(result => Describe(result.Tool, result.Result, phrases)).ToList();
        if (turn.Results.Count > MaxResults) parts.Add(phrases.LeftOut(turn.Results.Count - MaxResults));
        parts.AddRange(questions.Select(phrases.Ask));
        return string.Join("\n\n", parts);
    }

    private static string Describe(string tool, FunctionResultContent result, Phrases phrases)
    {
        var node = ToolResult.ToNode(result.Result);
        if (ToolResult.ErrorOf(result, node) is { } error)
            return phrases.Failed(tool, error.Length <= MaxResultLength ? error : error[..MaxResultLength] + "…");
        var text = ResultFormatter.Format(node, MaxResultLength, phrases);
        var isShort = !text.Contains('\n', StringComparison.Ordinal) && node is not (JsonArray or JsonObject);
        return phrases.Result(tool) + (isShort ? " " : "\n\n") + text;
    }
}
