using Microsoft.ML.Tokenizers;

namespace Websopy.SemanticKernel.CodeIntelligence.Answers;

/// <summary>Counts tokens as the o200k_base encoding has them. Shared, because the encoding takes a while to load.</summary>
internal static class TokenCounter
{
    private static readonly Lazy<TiktokenTokenizer> Tokenizer = new(() => TiktokenTokenizer.CreateForEncoding("o200k_base"));

    public static int Count(string text) => Tokenizer.Value.CountTokens(text, considerPreTokenization: true, considerNormalization: false);

    /// <summary>The beginning of a text, in whole characters, that takes no more than so many tokens.</summary>
    public static string Take(string text, int maxTokens)
    {
        var length = maxTokens <= 0 ? 0 : Tokenizer.Value.GetIndexByTokenCount(text, maxTokens, out _, out _, considerPreTokenization: true, considerNormalization: false);

        // What is cut in the middle of a word may be encoded in more pieces than the word was.
        while (length > 0 && (char.IsHighSurrogate(text[length - 1]) || Count(text[..length]) > maxTokens))
        {
            length--;
        }

        return text[..length];
    }
}
