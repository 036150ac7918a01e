using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Websopy.SemanticKernel.CodeIntelligence.Checking;

/// <summary>Tokens without what is between them, so that two layouts of the same code are the same text.</summary>
internal sealed class SignatureText
{
    private readonly StringBuilder _text = new();

    /// <summary>The identifiers, and the texts within attributes that could be one.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    public SignatureText Add(SyntaxToken token)
    {
        if (token.RawKind == 0)
        {
            return this;
        }

        if (token.IsKind(SyntaxKind.IdentifierToken))
        {
            Names.Add(token.ValueText);
        }
        else if (token.IsKind(SyntaxKind.StringLiteralToken) && SyntaxFacts.IsValidIdentifier(token.ValueText) && token.Parent?.FirstAncestorOrSelf<AttributeSyntax>() is not null)
        {
            Names.Add(token.ValueText);
        }
        else if (token.IsKind(SyntaxKind.FieldKeyword))
        {
            Names.Add("field");
        }

        // A missing token that the parser made up is not the same as one that is there.
        _text.Append(token.IsMissing ? "?" : token.Text).Append(' ');
        return this;
    }

    public SignatureText Add(SyntaxNode? node)
    {
        foreach (var token in node?.DescendantTokens() ?? [])
        {
            Add(token);
        }

        return this;
    }

    public SignatureText Add(SyntaxNodeOrToken part) => part.AsNode() is { } node ? Add(node) : Add(part.AsToken());

    public SignatureText Add(IEnumerable<SyntaxNode> nodes)
    {
        foreach (var node in nodes)
        {
            Add(node);
        }

        return this;
    }

    public SignatureText Add(SyntaxTokenList tokens)
    {
        foreach (var token in tokens)
        {
            Add(token);
        }

        return this;
    }

    public SignatureText Add(string text)
    {
        _text.Append(text).Append(' ');
        return this;
    }

    public override string ToString() => _text.ToString();
}
