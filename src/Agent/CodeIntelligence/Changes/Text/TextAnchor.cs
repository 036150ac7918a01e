using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

/// <summary>Finds the one place where a text stands, and replaces no more of it than differs.</summary>
internal static class TextAnchor
{
    private const int MaxListed = 20;

    public static TextChange Replace(SourceText file, string oldText, string newText)
    {
        var old = LineEndings.ToFeeds(oldText);
        var @new = LineEndings.ToFeeds(newText);
        if (old.Length == 0)
        {
            throw new CodeException(CodeErrorKind.InvalidArgument, "The old text is empty. Quote the text to replace, or insert a member.");
        }

        if (old == @new)
        {
            throw new CodeException(CodeErrorKind.InvalidArgument, "The old and the new text are the same.");
        }

        var original = file.ToString();
        var feeds = new FeedText(original);
        var place = FindOnce(feeds.Text, old);

        // What both texts begin and end with stays as it is, mixed line endings included.
        var prefix = old.AsSpan().CommonPrefixLength(@new);
        var suffix = CommonSuffixLength(old.AsSpan(prefix), @new.AsSpan(prefix));
        var span = TextSpan.FromBounds(feeds.Original(place + prefix), feeds.Original(place + old.Length - suffix));
        return new TextChange(span, LineEndings.From(@new[prefix..^suffix], LineEndings.Dominant(original)));
    }

    private static int FindOnce(string text, string old)
    {
        List<int> places = [];
        for (var at = text.IndexOf(old, StringComparison.Ordinal); at >= 0 && places.Count <= MaxListed; at = at + 1 < text.Length ? text.IndexOf(old, at + 1, StringComparison.Ordinal) : -1)
        {
            places.Add(at);
        }

        return places.Count switch
        {
            1 => places[0],
            0 => throw new CodeException(CodeErrorKind.NotFound, ClosestLines.Describe(text, old)),
            _ => throw new CodeException(CodeErrorKind.Ambiguous,
                $"The old text occurs {(places.Count > MaxListed ? $"more than {MaxListed} times" : $"{places.Count} times")}, at lines {Lines(text, places.Take(MaxListed))}. Quote more lines around it, so that it occurs once."),
        };
    }

    private static string Lines(string text, IEnumerable<int> places)
    {
        List<string> lines = [];
        var (line, from) = (1, 0);
        foreach (var place in places)
        {
            line += text.AsSpan(from, place - from).Count('\n');
            from = place;
            lines.Add(line.ToString(CultureInfo.InvariantCulture));
        }

        return string.Join(", ", lines.Distinct());
    }

    private static int CommonSuffixLength(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var length = 0;
        while (length < a.Length && length < b.Length && a[^(length + 1)] == b[^(length + 1)])
        {
            length++;
        }

        return length;
    }
}
