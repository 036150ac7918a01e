using System.Globalization;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Benchmarks.Requests;

/// <summary>Long histories to send.</summary>
internal static class Conversation
{
    private const string Question = "Which of the three files is the largest, and how many lines does it have?";
    private const string Answer = "The largest one is Program.cs with 214 lines; the other two have 88 and 41. Shall I show how they grew?";

    /// <summary>Questions and answers in turn.</summary>
    public static List<ChatMessage> Plain(int messages) =>
        [.. Enumerable.Range(0, messages).Select(index => index % 2 == 0 ? Asked(index) : Answered(index))];

    /// <summary>Of ten messages, one calls a tool and the next brings its result.</summary>
    public static List<ChatMessage> WithTools(int messages) =>
        [.. Enumerable.Range(0, messages).Select(index => (index % 10) switch
        {
            1 => Called(index),
            2 => Returned(index),
            var other => other % 2 == 0 ? Asked(index) : Answered(index),
        })];

    /// <summary>What a round of a tool loop adds: a call and its result.</summary>
    public static List<ChatMessage> ToolRound(int round) => [Called(100_000 + round), Returned(100_001 + round)];

    private static ChatMessage Asked(int index) => new(ChatRole.User, $"{Question} ({index})");

    private static ChatMessage Answered(int index) => new(ChatRole.Assistant, $"{Answer} ({index})");

    private static ChatMessage Called(int index)
    {
        var arguments = new Dictionary<string, object?> { ["path"] = $"src/File{index}.cs", ["lines"] = index };
        return new(ChatRole.Assistant, [new FunctionCallContent(IdOf(index), "count_lines", arguments)]);
    }

    private static ChatMessage Returned(int index) =>
        new(ChatRole.Tool, [new FunctionResultContent(IdOf(index - 1), $"File{index}.cs has {index} lines.")]);

    private static string IdOf(int index) => "call_" + index.ToString(CultureInfo.InvariantCulture);
}
