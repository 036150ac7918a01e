using Websopy.SemanticKernel.CodeIntelligence.Answers;

namespace Websopy.SemanticKernel.CodeIntelligence.Tools;

/// <summary>Fits what a program printed into a budget: its beginning and its end, which say most. Pure.</summary>
internal static class RunAnswer
{
    public static string Fit(string text, int maxTokens)
    {
        if (TokenCounter.Count(text) <= maxTokens)
        {
            return text;
        }

        // The end may be counted from its length alone, since no token is shorter than a character.
        for (var share = maxTokens / 2; ; share -= Math.Max(1, share / 10))
        {
            var head = TokenCounter.Take(text, share);
            var tail = Tail(text, share);
            var answer = $"{head}\n... {text.Length - head.Length - tail.Length} characters left out; ask with a larger maxTokens ...\n{tail}";
            if (TokenCounter.Count(answer) <= maxTokens)
            {
                return answer;
            }

            if (share <= 1)
            {
                return TokenCounter.Take(text, maxTokens);
            }
        }
    }

    private static string Tail(string text, int maxTokens)
    {
        var start = Math.Max(0, text.Length - maxTokens);
        return start > 0 && char.IsLowSurrogate(text[start]) ? text[(start + 1)..] : text[start..];
    }
}
