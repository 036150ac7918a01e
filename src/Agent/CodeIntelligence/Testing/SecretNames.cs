namespace Websopy.SemanticKernel.CodeIntelligence.Testing;

/// <summary>Which environment variables a project's own code is not shown. Pure.</summary>
internal static class SecretNames
{
    private static readonly string[] Words =
    [
        "KEY", "KEYS", "APIKEY", "TOKEN", "TOKENS", "PAT", "SECRET", "SECRETS", "PASSWORD", "PASSWD", "PASSPHRASE", "PWD", "CREDENTIAL", "CREDENTIALS",
        "AUTH", "COOKIE", "SAS", "DSN", "CONNECTIONSTRING", "CONNECTIONSTRINGS",
    ];

    private static readonly string[] Endings = ["KEY", "TOKEN", "SECRET", "PASSWORD", "CREDENTIALS", "CONNECTIONSTRING"];

    /// <summary>Whether a name looks like that of a secret: one of its words is such a word, or it ends in one.</summary>
    public static bool IsSecret(string name)
    {
        // The shell's working directory.
        if (name is "PWD" or "OLDPWD")
            return false;
        var upper = name.ToUpperInvariant();
        return upper.Split('_', '-', '.', ':').Any(word => Words.Contains(word, StringComparer.Ordinal) || Endings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal)))
            || upper.Contains("CONNECTION_STRING", StringComparison.Ordinal);
    }
}
