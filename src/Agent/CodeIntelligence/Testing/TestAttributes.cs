using System.Collections.Frozen;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Websopy.SemanticKernel.CodeIntelligence.Testing;

/// <summary>Which methods are tests: by the attributes of xunit, NUnit and MSTest, those derived from them in the source, and those that are named like one.</summary>
internal static class TestAttributes
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(StringComparer.Ordinal,
        "Fact", "Theory", "Test", "TestCase", "TestCaseSource", "TestMethod", "DataTestMethod", "Property", "Combinatorial", "Pairwise", "Sequential");

    private static readonly string[] Endings = ["Fact", "Theory", "Test", "TestCase", "TestMethod"];

    /// <summary>The names of the attribute classes in the source that derive from a known one, step by step.</summary>
    public static HashSet<string> Derived(IEnumerable<CodeMember> members)
    {
        var classes = members.Select(member => member.Node).OfType<ClassDeclarationSyntax>().Where(type => type.BaseList is not null).ToList();
        HashSet<string> derived = new(StringComparer.Ordinal);
        while (classes.RemoveAll(type => type.BaseList!.Types.Any(parent => IsKnown(SimpleName(parent.Type.ToString()), derived)) && derived.Add(Short(type.Identifier.ValueText))) > 0)
        {
        }

        return derived;
    }

    public static bool IsTest(MethodDeclarationSyntax method, HashSet<string> derived) =>
        method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => IsKnown(SimpleName(attribute.Name.ToString()), derived));

    /// <summary>A type's name without namespace, alias and arguments.</summary>
    public static string SimpleName(string name)
    {
        var arguments = name.IndexOf('<', StringComparison.Ordinal);
        var bare = arguments < 0 ? name : name[..arguments];
        return bare[(bare.LastIndexOfAny(['.', ':']) + 1)..].Trim();
    }

    private static bool IsKnown(string name, HashSet<string> derived)
    {
        var shortName = Short(name);
        return Known.Contains(shortName) || derived.Contains(shortName) || Endings.Any(ending => shortName.EndsWith(ending, StringComparison.Ordinal));
    }

    private static string Short(string name) => name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name;
}
