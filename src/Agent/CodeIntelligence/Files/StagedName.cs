using System.IO.Enumeration;

namespace Websopy.SemanticKernel.CodeIntelligence.Files;

/// <summary>The names of the files that hold new contents beside their targets until they are renamed.</summary>
internal static class StagedName
{
    /// <param name="token">Names the transaction, and cannot be guessed.</param>
    /// <param name="number">Tells the files of one transaction apart.</param>
    public static string Of(string token, int number) => $".websopy-{token}-{number}.tmp";

    public static bool Matches(string name) => FileSystemName.MatchesSimpleExpression(".websopy-*-*.tmp", name);

    public static bool IsOf(string token, ReadOnlySpan<char> name) =>
        FileSystemName.MatchesSimpleExpression($".websopy-{token}-*.tmp", name);
}
