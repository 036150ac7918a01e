using System.Text;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>Text of at most a number of characters, which remembers that more was offered.</summary>
internal sealed class BoundedText(int maxLength)
{
    private readonly StringBuilder _builder = new();

    public bool IsFull { get; private set; }

    public int Room => maxLength - _builder.Length;

    /// <summary>Appends the text if it fits whole.</summary>
    public bool TryAppend(string text)
    {
        if (IsFull || text.Length > Room)
        {
            IsFull = true;
            return false;
        }

        _builder.Append(text);
        return true;
    }

    /// <summary>Appends as much of the text as fits, never half a surrogate pair.</summary>
    public void AppendPart(string text)
    {
        if (TryAppend(text) || Room <= 0) return;
        var length = Math.Min(Room, text.Length);
        if (length < text.Length && length > 0 && char.IsHighSurrogate(text[length - 1])) length--;
        _builder.Append(text, 0, length).Append('…');
    }

    public override string ToString() => _builder.ToString();
}
