using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.ToolGenerator.Parsing;

/// <summary>The names of tools, arguments and properties.</summary>
internal static class NameRules
{
    /// <summary>The most characters that common services take.</summary>
    public const int MaxLength = 64;

    /// <summary>The name that <c>AIFunctionFactory</c> gives a method: ASCII letters and digits, and no suffix of an asynchronous one.</summary>
    public static string ToolName(IMethodSymbol method)
    {
        const string suffix = "Async";
        var name = method.Name.All(IsLetterOrDigit) ? method.Name : Regex.Replace(method.Name, "[^0-9A-Za-z]+", "_");
        if (!ResultReader.IsAsynchronous(method.ReturnType)) return name;
        var at = name.LastIndexOf(suffix, StringComparison.Ordinal);
        var isSuffix = at > 0 && (at + suffix.Length == name.Length || name[at + suffix.Length] == '_');
        return isSuffix ? name.Remove(at, suffix.Length) : name;
    }

    public static bool IsToolName(string name) => name.Length is > 0 and <= MaxLength && name.All(character => IsLetterOrDigit(character) || character is '_' or '-');

    public static bool IsArgumentName(string name) => name.Length is > 0 and <= MaxLength && name.All(character => IsLetterOrDigit(character) || character is '_' or '.' or '-');

    /// <summary>The name that Semantic Kernel gives a plugin.</summary>
    public static string PluginName(INamedTypeSymbol type) => Regex.Replace(type.Name, "[^0-9A-Za-z_]", "_");

    /// <summary>Camel case by the rules of <c>JsonNamingPolicy.CamelCase</c>: a run of capitals is lowered up to the last before a small letter.</summary>
    public static string ToCamelCase(string name)
    {
        if (name.Length == 0 || !char.IsUpper(name[0])) return name;
        var characters = name.ToCharArray();
        for (var i = 0; i < characters.Length; i++)
        {
            if (i == 1 && !char.IsUpper(characters[i])) break;
            if (i > 0 && i + 1 < characters.Length && !char.IsUpper(characters[i + 1]))
            {
                if (characters[i + 1] == ' ') characters[i] = char.ToLowerInvariant(characters[i]);
                break;
            }

            characters[i] = char.ToLowerInvariant(characters[i]);
        }

        return new string(characters);
    }

    private static bool IsLetterOrDigit(char character) => character is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z');
}
