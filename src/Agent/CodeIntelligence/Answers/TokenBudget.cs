using System.Globalization;

namespace Websopy.SemanticKernel.CodeIntelligence.Answers;

/// <summary>How long an answer may be.</summary>
internal static class TokenBudget
{
    public const int Minimum = 50;
    public const int Maximum = 20_000;
    public const int Default = 2_000;

    /// <exception cref="CodeException">The number is outside the range.</exception>
    public static int Check(int maxTokens) => maxTokens is >= Minimum and <= Maximum ? maxTokens : throw new CodeException(
        CodeErrorKind.InvalidArgument,
        string.Create(CultureInfo.InvariantCulture, $"maxTokens is {maxTokens}; it has to be from {Minimum} to {Maximum}."));
}
