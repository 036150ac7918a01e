using System.Globalization;
using System.Text;

namespace Websopy.SemanticKernel.ToolGenerator.Schema;

/// <summary>Writes values as JSON text.</summary>
internal static class JsonText
{
    public static string String(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' or (>= '\ud800' and <= '\udfff') or '\u2028' or '\u2029' => text.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(character),
            };
        }

        return text.Append('"').ToString();
    }

    public static string Array(IEnumerable<string> items) => "[" + string.Join(",", items) + "]";

    /// <summary>A number, a text or a boolean; <see langword="null"/> for what JSON has no literal for.</summary>
    public static string? Literal(object? value) => value switch
    {
        null => "null",
        string text => String(text),
        char character => String(character.ToString()),
        bool boolean => boolean ? "true" : "false",
        double number => double.IsNaN(number) || double.IsInfinity(number) ? null : number.ToString("R", CultureInfo.InvariantCulture),
        float number => float.IsNaN(number) || float.IsInfinity(number) ? null : number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };
}
