using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Websopy.SemanticKernel.CodeIntelligence.Testing;

/// <summary>The tests of projects, those that a class inherits included.</summary>
internal static class TestClasses
{
    /// <summary>A test, with the declarations that run with it: its method, and all that belongs to an instance of its class and of those above it.</summary>
    public sealed record Test(TestMethod Method, IReadOnlyList<CodeMember> Parts);

    public static IReadOnlyList<Test> Find(Solution solution, IReadOnlyDictionary<ProjectId, List<CodeMember>> members)
    {
        var everything = members.Values.SelectMany(list => list).ToList();
        var derived = TestAttributes.Derived(everything);
        // By simple name: classes of one name are taken together, which finds too much rather than too little.
        var types = everything.Where(member => member.Types.Length > 0 && member.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not null).ToLookup(member => member.Types[^1], StringComparer.Ordinal);
        List<Test> tests = [];
        foreach (var (project, list) in members)
        {
            var path = solution.GetProject(project)!.FilePath ?? "";
            foreach (var type in list.Select(member => member.Node).OfType<TypeDeclarationSyntax>().Where(type => !type.Modifiers.Any(SyntaxKind.AbstractKeyword) && type is ClassDeclarationSyntax or RecordDeclarationSyntax))
                tests.AddRange(TestsOf(type, path, types, derived));
        }

        return tests;
    }

    private static IEnumerable<Test> TestsOf(TypeDeclarationSyntax type, string project, ILookup<string, CodeMember> types, HashSet<string> derived)
    {
        var own = Chain(type.Identifier.ValueText, types);
        var setup = own.Where(member => !IsTest(member)).Where(member => member.RunsUnnamed).ToList();
        return own.Where(IsTest).Select(member => new Test(new TestMethod(project, FullName(type), member.Name), [member, .. setup]));

        bool IsTest(CodeMember member) => member.Node is MethodDeclarationSyntax method && TestAttributes.IsTest(method, derived);
    }

    // The class and those above it, as far as they are in the source.
    private static List<CodeMember> Chain(string name, ILookup<string, CodeMember> types)
    {
        List<CodeMember> chain = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        Queue<string> open = new([name]);
        while (open.TryDequeue(out var next))
        {
            if (!seen.Add(next))
                continue;
            foreach (var member in types[next])
            {
                chain.Add(member);
                if (member.Node is TypeDeclarationSyntax { BaseList: { } bases })
                {
                    foreach (var parent in bases.Types)
                        open.Enqueue(TestAttributes.SimpleName(parent.Type.ToString()));
                }
            }
        }

        return chain;
    }

    private static string FullName(TypeDeclarationSyntax type)
    {
        var name = type.Identifier.ValueText + (type.TypeParameterList is { Parameters.Count: > 0 and var arity } ? $"`{arity}" : "");
        return type.Parent switch
        {
            TypeDeclarationSyntax outer => $"{FullName(outer)}+{name}",
            BaseNamespaceDeclarationSyntax space => $"{string.Join('.', space.AncestorsAndSelf().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(part => part.Name.ToString()))}.{name}",
            _ => name,
        };
    }
}
