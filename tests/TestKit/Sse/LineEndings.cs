namespace Websopy.SemanticKernel.TestKit.Sse;

/// <summary>The three line endings that an event stream may use.</summary>
public static class LineEndings
{
    public const string Lf = "\n";
    public const string Cr = "\r";
    public const string CrLf = "\r\n";

    public static IReadOnlyList<string> All { get; } = [Lf, Cr, CrLf];
}
