using System.Text;
using System.Text.RegularExpressions;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries.Text;

/// <summary>A pattern for paths: <c>*</c> and <c>?</c> within a name, <c>**</c> over folders, <c>{a,b}</c> for either.</summary>
internal static class PathGlob
{
    private const int MaxLength = 200;

    /// <summary>The pattern as an expression; one without a slash is for the file's name in any folder.</summary>
    /// <exception cref="CodeException">It is too long or its braces do not match.</exception>
    public static Regex Parse(string glob)
    {
        var pattern = glob.Trim().Replace('\\', '/').TrimStart('/');
        if (pattern.Length is 0 or > MaxLength)
        {
            throw Invalid();
        }

        var expression = new StringBuilder(pattern.Contains('/', StringComparison.Ordinal) ? "^" : "^(?:.*/)?");
        var braces = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern.AsSpan(i).StartsWith("**/", StringComparison.Ordinal))
            {
                expression.Append("(?:.*/)?");
                i += 2;
            }
            else if (pattern.AsSpan(i).StartsWith("**", StringComparison.Ordinal))
            {
                expression.Append(".*");
                i++;
            }
            else
            {
                braces += pattern[i] == '{' ? 1 : pattern[i] == '}' ? -1 : 0;
                expression.Append(One(pattern[i], braces > 0));
            }

            if (braces is < 0 or > 1)
            {
                throw Invalid();
            }
        }

        return braces == 0 ? new Regex(expression.Append('$').ToString(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant) : throw Invalid();
    }

    private static string One(char c, bool isInBraces) => c switch
    {
        '*' => "[^/]*",
        '?' => "[^/]",
        '{' => "(?:",
        '}' => ")",
        ',' when isInBraces => "|",
        _ => Regex.Escape(c.ToString()),
    };

    private static CodeException Invalid() => new(CodeErrorKind.InvalidArgument, "The glob is a pattern for paths such as *.cs, src/**/*.cs or **/*.{json,xml}, 200 characters at most.");
}
