using System.Text;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>A request as it was written, and with full-width forms narrowed. Positions are the same in both.</summary>
internal sealed class RequestText
{
    /// <summary>More than this of a request is not looked at: a rule-based reading of it gains nothing from the rest.</summary>
    public const int MaxLength = 4_000;

    public RequestText(string original)
    {
        Original = original.Length <= MaxLength ? original : original[..MaxLength];
        Narrow = ToNarrow(Original);
        IsChinese = LooksChinese(Narrow);
    }

    public string Original { get; }

    public string Narrow { get; }

    public bool IsChinese { get; }

    /// <summary>Digits, letters and punctuation of East Asian width, one for one; 。and、 stay, since a full stop is no decimal point.</summary>
    public static string ToNarrow(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            builder.Append(character switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(character - 0xFEE0),
                '\u3000' or '\u00A0' => ' ',
                '\u2212' => '-',
                _ => character,
            });
        }

        return builder.ToString();
    }

    public static bool IsHan(char character) => character is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '\u3007';

    private static bool LooksChinese(string text)
    {
        int han = 0, words = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsHan(text[i])) han++;
            else if (char.IsLetter(text[i]) && (i == 0 || !char.IsLetter(text[i - 1]))) words++;
        }

        return han > 0 && han >= words;
    }
}
