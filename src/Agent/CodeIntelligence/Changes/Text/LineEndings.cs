using System.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

/// <summary>Line endings of a text: which it uses, and how to bring another text to them.</summary>
internal static class LineEndings
{
    /// <summary>The ending that most lines have; a line feed if there is none.</summary>
    public static string Dominant(string text)
    {
        var (pairs, feeds, returns) = (0, 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                feeds++;
            }
            else if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
            {
                pairs++;
                i++;
            }
            else if (text[i] == '\r')
            {
                returns++;
            }
        }

        return pairs > feeds && pairs >= returns ? "\r\n" : returns > feeds ? "\r" : "\n";
    }

    /// <summary>The text with line feeds only.</summary>
    public static string ToFeeds(string text) => text.Contains('\r', StringComparison.Ordinal) ? new FeedText(text).Text : text;

    public static string From(string feeds, string ending) => ending == "\n" ? feeds : feeds.Replace("\n", ending, StringComparison.Ordinal);
}

/// <summary>A text with line feeds only that remembers where the original's pairs were.</summary>
internal sealed class FeedText
{
    /// <summary>Places in <see cref="Text"/> whose line feed is two characters in the original.</summary>
    private readonly List<int> _pairs = [];

    public FeedText(string original)
    {
        var text = new StringBuilder(original.Length);
        for (var i = 0; i < original.Length; i++)
        {
            if (original[i] != '\r')
            {
                text.Append(original[i]);
                continue;
            }

            if (i + 1 < original.Length && original[i + 1] == '\n')
            {
                _pairs.Add(text.Length);
                i++;
            }

            text.Append('\n');
        }

        Text = text.ToString();
    }

    public string Text { get; }

    /// <summary>The place in the original of a place in <see cref="Text"/>.</summary>
    public int Original(int position)
    {
        var index = _pairs.BinarySearch(position);
        return position + (index < 0 ? ~index : index);
    }
}
