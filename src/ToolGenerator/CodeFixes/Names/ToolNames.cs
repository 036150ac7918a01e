using System.Globalization;
using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.ToolGenerator.Parsing;

namespace Websopy.SemanticKernel.ToolGenerator.CodeFixes.Names;

/// <summary>Chooses names for tools whose own are taken.</summary>
internal static class ToolNames
{
    /// <summary>
    /// The tools to name anew, each with its name, so that a method no longer has another one's: the method, or, where it has no
    /// arguments to be named after, the first tool of the name. The names differ whether one method is mended or all are.
    /// </summary>
    public static (IMethodSymbol Method, string Name) Distinct(IMethodSymbol method)
    {
        var name = ToolReader.Name(method);
        var tools = ToolMethods.Find(method.ContainingType);
        HashSet<string> taken = new(tools.Select(ToolReader.Name), ToolNameComparer.OfKernel);
        var rivals = tools.Where(tool => ToolNameComparer.OfKernel.Equals(ToolReader.Name(tool), name)).ToList();
        if (rivals.Count > 1 && ByArguments(method, name) is null && IsOverload(method, rivals) && ByArguments(rivals[0], name) is { } first && !taken.Contains(first))
        {
            return (rivals[0], first);
        }

        // The first keeps the name, and those in between get theirs before this one.
        foreach (var rival in rivals.Skip(1).TakeWhile(rival => !Same(rival, method))) taken.Add(Choose(rival, rivals, taken));
        return (method, Choose(method, rivals, taken));
    }

    /// <summary>A name with a number that none of the others has.</summary>
    public static string Numbered(string name, HashSet<string> taken)
    {
        for (var number = 2; ; number++)
        {
            var suffix = number.ToString(CultureInfo.InvariantCulture);
            var numbered = (name.Length + suffix.Length > NameRules.MaxLength ? name.Substring(0, NameRules.MaxLength - suffix.Length) : name) + suffix;
            if (!taken.Contains(numbered)) return numbered;
        }
    }

    private static string Choose(IMethodSymbol method, IReadOnlyList<IMethodSymbol> rivals, HashSet<string> taken)
    {
        var name = ToolReader.Name(method);
        var own = Words.Like(name, method.Name);
        if (!IsOverload(method, rivals) && NameRules.IsToolName(own) && !taken.Contains(own)) return own;
        return ByArguments(method, name) is { } described && !taken.Contains(described) ? described : Numbered(name, taken);
    }

    /// <summary>A name that adds the arguments: <c>FindById</c> for <c>Find(int id)</c>.</summary>
    private static string? ByArguments(IMethodSymbol method, string name)
    {
        var words = method.Parameters
            .Where(parameter => ParameterReader.Injected(parameter) is null)
            .SelectMany((parameter, index) => Words.Split(parameter.Name).Prepend(index == 0 ? "by" : "and"));
        var longer = Words.Append(name, words);
        return longer != name && NameRules.IsToolName(longer) ? longer : null;
    }

    private static bool IsOverload(IMethodSymbol method, IEnumerable<IMethodSymbol> rivals) =>
        rivals.Any(rival => rival.Name == method.Name && !Same(rival, method));

    private static bool Same(ISymbol one, ISymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
