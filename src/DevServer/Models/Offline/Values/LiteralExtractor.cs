using System.Text.RegularExpressions;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>Quoted strings, URLs, e-mail addresses, booleans, and text that an introduction such as "saying" sets apart.</summary>
internal static partial class LiteralExtractor
{
    public static void Extract(ValueScan scan)
    {
        // Quotes of both widths: a narrow quote is looked for in the narrow text, the others keep their form there.
        foreach (Match match in Quoted().Matches(scan.Text))
        {
            var inner = match.Groups.Values.Skip(1).First(group => group.Success);
            var text = scan.Request.Original.Substring(inner.Index, inner.Length);
            if (scan.IsFree(match.Index, match.Index + match.Length))
                scan.Add(new(CandidateKind.Quoted, match.Index, match.Index + match.Length, text));
        }

        foreach (Match match in Named().Matches(scan.Text))
        {
            var name = match.Groups.Values.Skip(1).First(group => group.Success);
            scan.TryAdd(CandidateKind.Quoted, name.Index, name.Index + name.Value.TrimEnd('.', '?', '!').Length);
        }

        foreach (Match match in Tail().Matches(scan.Text))
        {
            var tail = match.Groups[1];
            if (scan.IsFree(tail.Index, tail.Index + tail.Length))
                scan.Add(new(CandidateKind.Tail, tail.Index, tail.Index + tail.Length, scan.Request.Original.Substring(tail.Index, tail.Length).Trim()));
        }

        foreach (Match match in Url().Matches(scan.Text))
            scan.TryAdd(CandidateKind.Url, match.Index, match.Index + match.Value.TrimEnd('.', ',', ')', '?', '!').Length);
        foreach (Match match in Email().Matches(scan.Text)) scan.TryAdd(CandidateKind.Email, match.Index, match.Index + match.Length);
        foreach (Match match in Boolean().Matches(scan.Text))
            scan.TryAdd(CandidateKind.Boolean, match.Index, match.Index + match.Length, match.Value is "false" or "no" or "off" ? "false" : "true");
    }

    [GeneratedRegex("""(?<![A-Za-z0-9])'([^'\n]{1,2000})'(?![A-Za-z0-9])|"([^"\n]{1,2000})"|`([^`\n]{1,2000})`|“([^”\n]{1,2000})”|‘([^’\n]{1,2000})’|「([^」\n]{1,2000})」|『([^』\n]{1,2000})』|《([^》\n]{1,2000})》""")]
    private static partial Regex Quoted();

    /// <summary>"called x", "named Ann Lee", 名为 x 的, 叫 x.</summary>
    [GeneratedRegex("""\b(?:(?i:called|named|titled|entitled|call it|name it|with the (?:name|title))) (?!(?i:by|in|from|on|at|with|the|an?|as|for|when|after|to|and|or|that|it|this|if|of)\b)([A-Z][\w'\-]*(?: [A-Z][\w'\-]*){1,4}|[^\s"'“‘「`,;，。；、？！?]{1,200})|(?:名为|名叫|叫做|命名为|取名为?|起名为?|(?:名称|名字|标题|主题)(?:是|为|叫)|叫)\s*([A-Za-z0-9_][A-Za-z0-9_./\-]{0,200})|(?:名为|名叫|叫做|命名为|取名为?|起名为?|(?:名称|名字|标题|主题)(?:是|为|叫))\s*([\u4E00-\u9FFF]{1,40}?)(?=的|[^\u4E00-\u9FFF]|$)|个叫\s*([\u4E00-\u9FFF]{1,40}?)(?=的)""")]
    private static partial Regex Named();

    [GeneratedRegex("""(?:\b(?:saying(?: that)?|that says|which says|with (?:the |a )?(?:message|text|content|body|note|comment))[:,]?\s+|(?:(?:内容|正文|消息|备注|信息|留言|说明)(?:是|为)|告诉他们?说?|(?<![你我来么能请先小听传据再])说(?!明|话|说|法|一|不|什))[::,]?\s*)([^\s"'“「`][^\n;;]{0,2000})""", RegexOptions.IgnoreCase)]
    private static partial Regex Tail();

    [GeneratedRegex("""\b[a-z][a-z0-9+.\-]{1,20}://[^\s"'<>，。；、）]{1,2000}""", RegexOptions.IgnoreCase)]
    private static partial Regex Url();

    [GeneratedRegex("""[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,8}""")]
    private static partial Regex Email();

    [GeneratedRegex("""\b(?:true|false)\b""", RegexOptions.IgnoreCase)]
    private static partial Regex Boolean();
}
