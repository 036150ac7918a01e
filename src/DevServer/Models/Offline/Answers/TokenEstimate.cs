using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>
/// An approximation of token counts, since no tokenizer is here: a run of letters or digits counts one for every four
/// characters begun, a Chinese, Japanese or Korean character one, any other mark one, white space nothing.
/// </summary>
internal static class TokenEstimate
{
    private const int CharactersPerToken = 4;

    public static int Count(ReadOnlySpan<char> text)
    {
        int tokens = 0, run = 0;
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character) && character < '\u2E80')
            {
                if (run++ % CharactersPerToken == 0) tokens++;
                continue;
            }

            run = 0;
            if (!char.IsWhiteSpace(character) && !char.IsLowSurrogate(character)) tokens++;
        }

        return tokens;
    }

    /// <summary>The conversation, the instructions and the declared tools: everything that a model would read.</summary>
    public static long CountInput(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        long tokens = Count(options?.Instructions);
        foreach (var message in messages)
        {
            foreach (var content in message.Contents) tokens += Count(content);
        }

        foreach (var tool in options?.Tools ?? [])
        {
            tokens += Count(tool.Name) + Count(tool.Description);
            if (tool is AIFunctionDeclaration { JsonSchema.ValueKind: System.Text.Json.JsonValueKind.Object } declaration)
                tokens += Count(declaration.JsonSchema.GetRawText());
        }

        return tokens;
    }

    public static int Count(AIContent content) => content switch
    {
        TextContent text => Count(text.Text),
        TextReasoningContent reasoning => Count(reasoning.Text),
        FunctionCallContent call => Count(call.Name) + (call.Arguments?.Sum(argument => Count(argument.Key) + Count(ToolResult.ToNode(argument.Value)?.ToJsonString())) ?? 0),
        FunctionResultContent { Result: string text } => Count(text),
        FunctionResultContent result => Count(ToolResult.ToNode(result.Result)?.ToJsonString()),
        _ => 0,
    };
}
