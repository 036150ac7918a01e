using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries.References;

/// <summary>Where a file has which identifiers and constructs, so that only these have to be bound. Made once for each version of the file.</summary>
internal sealed class TokenIndex
{
    private static readonly ConditionalWeakTable<SyntaxTree, TokenIndex> Known = [];

    private readonly FrozenDictionary<string, int[]> _positions;

    private TokenIndex(SyntaxNode root)
    {
        Dictionary<string, List<int>> positions = new(StringComparer.Ordinal);
        foreach (var token in root.DescendantTokens(descendIntoTrivia: true))
        {
            if (token.IsKind(SyntaxKind.IdentifierToken))
            {
                Add(positions, token.ValueText, token.SpanStart);
            }

            if (Construct.Of(token) is { } construct)
            {
                Add(positions, construct, token.SpanStart);
            }
        }

        _positions = positions.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
        Aliases = [.. ReadAliases(root)];
    }

    /// <summary>Other names for types and namespaces that the file makes.</summary>
    public Alias[] Aliases { get; }

    public static TokenIndex Of(SyntaxTree tree, CancellationToken cancellationToken) =>
        Known.TryGetValue(tree, out var index) ? index : Known.GetValue(tree, _ => new TokenIndex(tree.GetRoot(cancellationToken)));

    /// <summary>Where a name is.</summary>
    public ReadOnlySpan<int> PositionsOf(string name) => _positions.TryGetValue(name, out var positions) ? positions : [];

    public bool Contains(string name) => _positions.ContainsKey(name);

    private static void Add(Dictionary<string, List<int>> positions, string name, int position)
    {
        if (!positions.TryGetValue(name, out var list))
        {
            positions.Add(name, list = []);
        }

        list.Add(position);
    }

    private static IEnumerable<Alias> ReadAliases(SyntaxNode root) =>
        root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>()
            .Where(directive => directive.Alias is not null)
            .Select(directive => new Alias(
                directive.Alias!.Name.Identifier.ValueText,
                [.. directive.NamespaceOrType.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(name => name.Identifier.ValueText)],
                directive.GlobalKeyword != default));

    /// <summary>A using directive that gives a type or namespace another name.</summary>
    internal sealed record Alias(string Name, string[] Targets, bool IsGlobal);
}
