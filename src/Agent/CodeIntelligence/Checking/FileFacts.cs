using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Websopy.SemanticKernel.CodeIntelligence.Checking;

/// <summary>What a check needs to know of a file, read once for each version of it.</summary>
internal sealed class FileFacts
{
    private static readonly ConditionalWeakTable<SyntaxTree, FileFacts> Known = [];

    private FileFacts(CompilationUnitSyntax root)
    {
        Identifiers = ReadIdentifiers(root);
        Declarations = [.. DeclarationReader.Read(root)];
        Usings = Text([.. root.Externs, .. NamespacesOf(root).SelectMany(space => space.Externs), .. root.Usings, .. NamespacesOf(root).SelectMany(space => space.Usings)]);
        GlobalUsings = Text([.. root.Usings.Where(directive => directive.GlobalKeyword != default)]);
        AssemblyAttributes = Text([.. root.AttributeLists]);
        Namespaces = [.. NamespacesOf(root).Select(space => space.Name.ToString()).Distinct().Order(StringComparer.Ordinal)];
        HasStatements = root.Members.Any(SyntaxKind.GlobalStatement);
        NullableDirectives = string.Join(' ', Directives(root).OfType<NullableDirectiveTriviaSyntax>().Select(directive => directive.ToString()));
    }

    /// <summary>Every identifier, in documentation comments as well.</summary>
    public FrozenSet<string> Identifiers { get; }

    public Declaration[] Declarations { get; }

    public string Usings { get; }

    public string GlobalUsings { get; }

    public string AssemblyAttributes { get; }

    public string[] Namespaces { get; }

    public bool HasStatements { get; }

    public string NullableDirectives { get; }

    public static FileFacts Empty { get; } = new(SyntaxFactory.CompilationUnit());

    public static FileFacts Of(SyntaxTree tree, CancellationToken cancellationToken) =>
        Known.TryGetValue(tree, out var facts) ? facts
            : Known.GetValue(tree, _ => new FileFacts((CompilationUnitSyntax)tree.GetRoot(cancellationToken)));

    private static FrozenSet<string> ReadIdentifiers(CompilationUnitSyntax root)
    {
        HashSet<string> identifiers = new(StringComparer.Ordinal);
        foreach (var token in root.DescendantTokens(descendIntoTrivia: true))
        {
            if (token.IsKind(SyntaxKind.IdentifierToken))
            {
                identifiers.Add(token.ValueText);
            }
        }

        return identifiers.ToFrozenSet(StringComparer.Ordinal);
    }

    private static IEnumerable<BaseNamespaceDeclarationSyntax> NamespacesOf(CompilationUnitSyntax root) =>
        root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<BaseNamespaceDeclarationSyntax>();

    private static IEnumerable<DirectiveTriviaSyntax> Directives(CompilationUnitSyntax root)
    {
        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            yield return directive;
        }
    }

    private static string Text(SyntaxNode[] nodes) => new SignatureText().Add(nodes).ToString();
}
