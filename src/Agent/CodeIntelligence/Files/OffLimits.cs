using System.Collections.Frozen;
using System.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Files;

/// <summary>
/// The names that are refused inside the solution's folder. Names decide, not contents: what a file holds can be looked at only
/// after it was read. They are compared without case on every system, since the next checkout may lie on one that ignores case.
/// </summary>
internal static class OffLimits
{
    /// <summary>Folders (or files of that name) that nothing may be read from or written to, at any depth.</summary>
    private static readonly FrozenDictionary<string, string> Folders = ByName(
        ("holds what builds make", ["bin", "obj", "node_modules", ".vs"]),
        ("belongs to version control", [".git", ".hg", ".svn"]),
        ("holds credentials", [".ssh", ".gnupg", ".aws", ".azure", ".kube", ".docker"]));

    /// <summary>Folders whose files run when the solution is opened or committed; they may be read.</summary>
    private static readonly FrozenDictionary<string, string> ReadOnlyFolders = ByName(
        ("holds commands that run on the developer's machine, so it may only be read", [".vscode", ".idea", ".devcontainer", ".husky", ".githooks"]));

    private static readonly FrozenSet<string> SecretNames = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "secrets.json", "secrets.yml", "secrets.yaml", "secrets.xml", "usersecrets.json", "local.settings.json",
        "nuget.config", ".npmrc", ".yarnrc", ".yarnrc.yml", ".pypirc", ".netrc", "_netrc", ".git-credentials", ".gitconfig",
        ".dockercfg", ".dockerconfigjson", ".htpasswd", ".pgpass", ".my.cnf", "credentials", "credentials.json", "token.json");

    private static readonly FrozenSet<string> SecretExtensions = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        ".pem", ".key", ".pfx", ".p12", ".pkcs12", ".p8", ".snk", ".ppk", ".jks", ".keystore", ".kdbx", ".env", ".publishsettings",
        ".tfstate", ".tfvars");

    private static readonly string[] SecretPrefixes =
        [".env", "id_rsa", "id_dsa", "id_ecdsa", "id_ed25519", "client_secret", "service-account", "service_account"];

    private static readonly string[] SecretSuffixes = [".pubxml.user", ".tfstate.backup"];

    /// <summary>Why the path may not be used so; null if it may.</summary>
    /// <param name="segments">The parts of the path below the solution's folder.</param>
    /// <param name="use">What for.</param>
    public static string? Why(IReadOnlyList<string> segments, PathUse use)
    {
        for (var i = 0; i < segments.Count; i++)
        {
            var name = Canonical(segments[i]);
            if (WhyFolder(name, use) is { } reason) return $"'{segments[i]}' {reason}";
            if (i == segments.Count - 1 && WhyFile(name) is { } why) return $"'{segments[i]}' {why}";
        }
        return null;
    }

    private static string? WhyFile(string name)
    {
        if (StagedName.Matches(name)) return "is a file that a change in progress has put there";
        return IsSecret(name) ? "may hold credentials" : null;
    }

    private static string? WhyFolder(string name, PathUse use)
    {
        if (Folders.TryGetValue(name, out var reason)) return reason;
        return use == PathUse.Write && ReadOnlyFolders.TryGetValue(name, out var readOnly) ? readOnly : null;
    }

    private static bool IsSecret(string name) =>
        SecretNames.Contains(name)
        || SecretExtensions.Contains(Path.GetExtension(name))
        || SecretPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        || SecretSuffixes.Any(suffix => name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
        || IsSettingsOfOneEnvironment(name);

    // appsettings.json is part of the program; appsettings.Production.json and its like are where connection strings and keys
    // of one environment or of one developer lie.
    private static bool IsSettingsOfOneEnvironment(string name) =>
        name.StartsWith("appsettings.", StringComparison.OrdinalIgnoreCase)
        && name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        && name.Length > "appsettings.json".Length;

    // Some file systems fold letters that look different (the Kelvin sign and k, the long s and s, full width and ASCII).
    private static string Canonical(string name) =>
        Ascii.IsValid(name) ? name : name.Normalize(NormalizationForm.FormKC);

    private static FrozenDictionary<string, string> ByName(params (string Reason, string[] Names)[] groups) =>
        groups.SelectMany(group => group.Names.Select(name => KeyValuePair.Create(name, group.Reason)))
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
