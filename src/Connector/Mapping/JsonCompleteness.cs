namespace Websopy.SemanticKernel.Mapping;

/// <summary>Tells when JSON that comes in fragments is whole, looking at each character once.</summary>
/// <remarks>
/// It watches brackets and quotes only; whether what they enclose is well-formed is the parser's business. A bare number or
/// literal is never whole by itself, since more digits may follow.
/// </remarks>
internal struct JsonCompleteness
{
    private int _depth;
    private bool _inString;
    private bool _afterBackslash;

    /// <summary>Whether anything but white space has come.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Whether an object, an array or a string has come to its end.</summary>
    public bool IsWhole { get; private set; }

    public void Append(ReadOnlySpan<char> fragment)
    {
        foreach (var character in fragment)
        {
            if (_inString) InString(character);
            else OutsideString(character);
        }
    }

    private void InString(char character)
    {
        if (_afterBackslash) _afterBackslash = false;
        else if (character == '\\') _afterBackslash = true;
        else if (character == '"')
        {
            _inString = false;
            IsWhole |= _depth == 0;
        }
    }

    private void OutsideString(char character)
    {
        HasBegun |= !char.IsWhiteSpace(character);
        switch (character)
        {
            case '"':
                _inString = true;
                break;
            case '{' or '[':
                _depth++;
                break;
            case '}' or ']':
                _depth--;
                IsWhole |= _depth <= 0;
                break;
        }
    }
}
