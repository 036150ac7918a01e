using System.Text.RegularExpressions;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>"C# files", ".cs files", "Markdown 文件": a file type, as its extension.</summary>
internal static partial class FileTypeExtractor
{
    public static void Extract(ValueScan scan)
    {
        foreach (Match match in Glob().Matches(scan.Text)) scan.TryAdd(CandidateKind.Glob, match.Index, match.Index + match.Length);
        foreach (Match match in TypeBeforeFiles().Matches(scan.Text))
        {
            var type = match.Groups[1];
            var name = type.Value.TrimStart('.');
            var extension = FileTypes.ByName.GetValueOrDefault(name)
                ?? (type.Value[0] == '.' || FileTypes.Extensions.Contains(name) ? name : null);
            if (extension is not null)
                scan.TryAdd(CandidateKind.FileType, type.Index, type.Index + type.Length, null, extension.ToLowerInvariant());
        }
    }

    [GeneratedRegex("""(?<![\w.*/])(?:[A-Za-z0-9_\-./]*\*[A-Za-z0-9_\-./*]*\.?[A-Za-z0-9{},*]+)""", RegexOptions.ECMAScript)]
    private static partial Regex Glob();

    [GeneratedRegex("""(?<![A-Za-z0-9_])(\.?[A-Za-z][A-Za-z0-9\-]{0,12}(?:\+\+|#)?)[ -]?(?:source |code |源代码|源码|代码|类型的?|格式的?)?(?:files?\b|documents?\b|文件|文档)""", RegexOptions.IgnoreCase)]
    private static partial Regex TypeBeforeFiles();
}
