using System.Text.RegularExpressions;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries.Text;

/// <summary>What is looked for in a line: a text as it is, or a regular expression that cannot take more than linear time.</summary>
internal sealed class TextPattern
{
    private const int MaxLength = 1_000;
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(2);

    private readonly Regex? _expression;
    private readonly string _text;
    private readonly StringComparison _comparison;

    /// <exception cref="CodeException">It is empty, too long, or not an expression that is supported.</exception>
    public TextPattern(string text, bool isRegex, bool matchCase)
    {
        if (text.Length is 0 or > MaxLength || text.AsSpan().ContainsAny('\r', '\n'))
        {
            throw new CodeException(CodeErrorKind.InvalidArgument, "The text to search is one line of 1 to 1000 characters; lines are searched one by one.");
        }

        _text = text;
        _comparison = matchCase ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        _expression = isRegex ? Compile(text, matchCase) : null;
    }

    /// <summary>Where the first match begins, or -1.</summary>
    public int IndexIn(string line)
    {
        if (_expression is null)
        {
            return line.IndexOf(_text, _comparison);
        }

        try
        {
            return _expression.Match(line) is { Success: true } match ? match.Index : -1;
        }
        catch (RegexMatchTimeoutException e)
        {
            throw new CodeException(CodeErrorKind.LimitExceeded, "The expression takes too long on a line; make it simpler.", e);
        }
    }

    private static Regex Compile(string text, bool matchCase)
    {
        try
        {
            return new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | (matchCase ? RegexOptions.None : RegexOptions.IgnoreCase), MaxTime);
        }
        catch (NotSupportedException e)
        {
            throw new CodeException(CodeErrorKind.InvalidArgument, "Look-around, back references and atomic groups are not supported; write the expression without them.", e);
        }
        catch (ArgumentException e)
        {
            throw new CodeException(CodeErrorKind.InvalidArgument, $"The regular expression is not valid: {e.Message}", e);
        }
    }
}
