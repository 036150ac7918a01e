using System.Globalization;
using System.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Answers;

/// <summary>Makes lines of text fit to stand in an answer.</summary>
internal static class AnswerText
{
    /// <summary>Longer lines are cut: they are generated or data, and few of them would fill an answer.</summary>
    public const int MaxLine = 400;

    /// <summary>One line, without what a terminal or a line reader would take for more than text.</summary>
    public static string Line(string text, int maxLength = MaxLine)
    {
        var cut = text.Length <= maxLength ? text : Cut(text, maxLength);
        return cut.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 || !cut.Any(IsUnfit) ? cut : Replace(cut);
    }

    /// <summary>The same with all white space as single blanks.</summary>
    public static string Collapse(string text, int maxLength = MaxLine) =>
        Line(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), maxLength);

    /// <summary>A number and the noun it counts: 1 file, 2 files.</summary>
    public static string Number(int count, string noun, string? plural = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? noun : plural ?? noun + "s")}");

    private static string Cut(string text, int length)
    {
        length -= char.IsHighSurrogate(text[length - 1]) ? 1 : 0;
        return string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, length)}… (+{text.Length - length} characters)");
    }

    private static string Replace(string text)
    {
        var builder = new StringBuilder(text);
        for (var i = 0; i < builder.Length; i++)
        {
            builder[i] = IsUnfit(builder[i]) ? '\uFFFD' : builder[i];
        }

        return builder.ToString();
    }

    private static bool IsUnfit(char c) => (char.IsControl(c) && c != '\t') || c is '\u2028' or '\u2029';
}
