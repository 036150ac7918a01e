using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Websopy.SemanticKernel.CodeIntelligence.Files;

/// <summary>A number that grows and a token that cannot be guessed, so that nobody can lay a file or a link where one will be staged.</summary>
internal static partial class TransactionId
{
    public static string Next(long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:d6}-{RandomNumberGenerator.GetHexString(16, lowercase: true)}");

    public static bool IsValid(string text) => Form().IsMatch(text);

    public static string Token(string id) => id[(id.IndexOf('-') + 1)..];

    public static long Number(string id) => long.Parse(id.AsSpan(0, id.IndexOf('-')), CultureInfo.InvariantCulture);

    [GeneratedRegex("^[0-9]{6,15}-[0-9a-f]{16}$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
