using Websopy.SemanticKernel.CodeIntelligence.Answers;

namespace Websopy.SemanticKernel.CodeIntelligence.Tools;

/// <summary>What a tool says when it cannot do what it was asked for: words that a model can act upon, in place of an exception that it never sees.</summary>
internal static class ToolAnswer
{
    public static async Task<string> OfAsync(int maxTokens, Func<Task<string>> answer)
    {
        try
        {
            return await answer().ConfigureAwait(false);
        }
        catch (CodeException refusal)
        {
            return TokenCounter.Take($"{refusal.Kind}: {refusal.Message}", Math.Clamp(maxTokens, TokenBudget.Minimum, TokenBudget.Maximum));
        }
    }
}
