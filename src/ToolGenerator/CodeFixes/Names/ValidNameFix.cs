using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Websopy.SemanticKernel.ToolGenerator.Diagnostics;
using Websopy.SemanticKernel.ToolGenerator.Parsing;

namespace Websopy.SemanticKernel.ToolGenerator.CodeFixes.Names;

/// <summary>WSK003: keeps of a tool's name what services accept. Where that is nothing, as of a Chinese name, a person has to choose.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ValidNameFix() : ToolCodeFix(DiagnosticCatalog.InvalidName)
{
    private protected override Task OfferAsync(FixSite site)
    {
        if (site.Method is not { } method || NameArgument.Find(method, site.CancellationToken) is not { } attribute) return Task.CompletedTask;
        if (Valid(method) is { } name) site.Offer($"Name the tool \"{name}\"", "valid", edit => NameArgument.SetAsync(edit, attribute, name));
        return Task.CompletedTask;
    }

    /// <summary>Two names may come to the same: the first gets it, the others a number.</summary>
    private static string? Valid(IMethodSymbol method)
    {
        var tools = ToolMethods.Find(method.ContainingType);
        HashSet<string> taken = new(tools.Select(ToolReader.Name).Where(NameRules.IsToolName));
        var before = tools.TakeWhile(tool => !SymbolEqualityComparer.Default.Equals(tool, method));
        foreach (var tool in before.Where(tool => !NameRules.IsToolName(ToolReader.Name(tool)))) taken.Add(Free(tool, taken) ?? "");
        return Free(method, taken);
    }

    private static string? Free(IMethodSymbol method, HashSet<string> taken)
    {
        var name = Words.Sanitize(ToolReader.Name(method));
        if (name.Length == 0) return null;
        if (name.Length > NameRules.MaxLength) name = name.Substring(0, NameRules.MaxLength);
        return taken.Contains(name) ? ToolNames.Numbered(name, taken) : name;
    }
}
