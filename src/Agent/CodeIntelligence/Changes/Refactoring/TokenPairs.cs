using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Refactoring;

/// <summary>Which token of a renamed file was which before.</summary>
internal sealed class TokenPairs
{
    private readonly Dictionary<int, int> _newByOld = [];
    private readonly Dictionary<int, int> _oldByNew = [];

    /// <summary>Pairs the tokens of two files of which the second has other names, and qualifications and casts besides.</summary>
    /// <returns>The pairs, or null if the second file is not the first one with such additions.</returns>
    public static TokenPairs? Align(SyntaxNode before, SyntaxNode after, Func<string, string, bool> isRenamed)
    {
        var pairs = new TokenPairs();
        using var tokens = after.DescendantTokens(descendIntoTrivia: true).GetEnumerator();
        foreach (var old in before.DescendantTokens(descendIntoTrivia: true))
        {
            do
            {
                if (!tokens.MoveNext())
                {
                    return null;
                }
            }
            while (tokens.Current.RawKind != old.RawKind || (tokens.Current.Text != old.Text && !isRenamed(old.ValueText, tokens.Current.ValueText)));

            pairs._newByOld.TryAdd(old.SpanStart, tokens.Current.SpanStart);
            pairs._oldByNew.TryAdd(tokens.Current.SpanStart, old.SpanStart);
        }

        return tokens.MoveNext() ? null : pairs;
    }

    /// <summary>Where a token is now, or -1.</summary>
    public int New(int old) => _newByOld.GetValueOrDefault(old, -1);

    /// <summary>Where a token was, or -1 if it is an addition.</summary>
    public int Old(int now) => _oldByNew.GetValueOrDefault(now, -1);
}
