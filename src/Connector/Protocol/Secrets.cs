namespace Websopy.SemanticKernel.Protocol;

/// <summary>Keeps the key out of what is quoted from a server, which may echo it.</summary>
internal static class Secrets
{
    public static string Redact(string text, string? key) =>
        string.IsNullOrEmpty(key) ? text : text.Replace(key, "[key]", StringComparison.Ordinal);
}
