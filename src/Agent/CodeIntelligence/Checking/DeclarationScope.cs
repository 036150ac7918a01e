using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Websopy.SemanticKernel.CodeIntelligence.Checking;

/// <summary>The namespaces and types around a declaration.</summary>
internal sealed record DeclarationScope(string Path, string[] Types)
{
    public static DeclarationScope Root { get; } = new("", []);

    /// <summary>The innermost type's name; empty outside of types.</summary>
    public string TypeName => Types is [.., var innermost] ? innermost : "";

    public bool IsStruct { get; private init; }

    /// <summary>A struct whose primary constructor's parameters become fields where a body uses them.</summary>
    public bool CapturesParameters { get; private init; }

    public bool IsExtension { get; private init; }

    /// <summary>Whether members without a modifier are private.</summary>
    public bool MembersArePrivate { get; private init; }

    /// <summary>Whether all types around are public, so that public fields may be assigned by other assemblies.</summary>
    public bool IsVisible { get; private init; } = true;

    public DeclarationScope Within(BaseNamespaceDeclarationSyntax space) => new($"{Path}{space.Name}.", Types);

    public DeclarationScope Within(BaseTypeDeclarationSyntax type)
    {
        var declaration = type as TypeDeclarationSyntax;
        var extension = type.IsKind(SyntaxKind.ExtensionBlockDeclaration);
        var isStruct = type.Kind() is SyntaxKind.StructDeclaration or SyntaxKind.RecordStructDeclaration;

        // Members of an extension block belong to what it extends: its header is a part of their path.
        var name = extension ? $"extension{declaration!.ParameterList}" : $"{type.Identifier.ValueText}`{declaration?.TypeParameterList?.Parameters.Count ?? 0}";
        return new DeclarationScope($"{Path}{name}.", extension ? Types : [.. Types, type.Identifier.ValueText])
        {
            IsStruct = isStruct,
            CapturesParameters = isStruct && declaration?.ParameterList is not null,
            IsExtension = extension || IsExtension,
            MembersArePrivate = type.Kind() is not (SyntaxKind.InterfaceDeclaration or SyntaxKind.EnumDeclaration),
            IsVisible = IsVisible && type.Modifiers.Any(SyntaxKind.PublicKeyword),
        };
    }
}
