namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>Reads Chinese numerals: 十二, 一百零一, 两千五百, 三点五; and Arabic digits for convenience.</summary>
internal static class HanNumber
{
    public const string Characters = "零〇一二两三四五六七八九十百千万亿点";
    private const string Digits = "零一二三四五六七八九";

    public static bool TryRead(string text, out decimal number)
    {
        if (decimal.TryParse(text, System.Globalization.NumberStyles.Integer, System.Globalization.CultureInfo.InvariantCulture, out number)) return true;
        if (text.Length is 0 or > 16 || text.Count('亿') > 1 || text[0] is '点' or '百' or '千' or '万' or '亿') return false;
        var point = text.IndexOf('点');
        if (point == text.Length - 1) return false;
        if (!TryReadWhole(point < 0 ? text : text[..point], out number)) return false;
        var scale = 0.1m;
        for (var i = point + 1; point >= 0 && i < text.Length; i++, scale /= 10)
        {
            var digit = Digit(text[i]);
            if (digit < 0) return false;
            number += digit * scale;
        }

        return true;
    }

    private static bool TryReadWhole(string text, out decimal number)
    {
        decimal total = 0, section = 0, digit = 0;
        number = 0;
        var positional = text.Length > 1 && text.All(character => Digit(character) >= 0);
        foreach (var character in text)
        {
            if (Digit(character) is >= 0 and var value)
            {
                digit = positional ? (digit * 10) + value : value;
                continue;
            }

            switch (character)
            {
                case '十': section += (digit == 0 ? 1 : digit) * 10; break;
                case '百': section += digit * 100; break;
                case '千': section += digit * 1_000; break;
                case '万': total += (section + digit) * 10_000; section = 0; break;
                case '亿': total = (total + section + digit) * 100_000_000; section = 0; break;
                default: return false;
            }

            digit = 0;
        }

        number = total + section + digit;
        return true;
    }

    private static int Digit(char character) => character switch
    {
        '〇' => 0,
        '两' => 2,
        _ => Digits.IndexOf(character),
    };
}
