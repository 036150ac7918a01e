using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

/// <summary>Lists what a file declares, types and members alike.</summary>
internal static class MemberReader
{
    public static IEnumerable<MemberSite> Read(CompilationUnitSyntax root) => Read(root.Members, [], []);

    private static IEnumerable<MemberSite> Read(IEnumerable<MemberDeclarationSyntax> members, ImmutableArray<NamePart> space, ImmutableArray<NamePart> types)
    {
        foreach (var member in members)
        {
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax inner:
                    foreach (var site in Read(inner.Members, space.AddRange(Names(inner.Name)), types))
                    {
                        yield return site;
                    }

                    break;
                case BaseFieldDeclarationSyntax field:
                    foreach (var variable in field.Declaration.Variables)
                    {
                        SyntaxNode node = field.Declaration.Variables.Count == 1 ? field : variable;
                        yield return new(node, space, types, new(variable.Identifier.ValueText, 0), null, null);
                    }

                    break;
                default:
                    foreach (var site in ReadOne(member, space, types))
                    {
                        yield return site;
                    }

                    break;
            }
        }
    }

    private static IEnumerable<MemberSite> ReadOne(MemberDeclarationSyntax member, ImmutableArray<NamePart> space, ImmutableArray<NamePart> types)
    {
        if (Name(member) is { } name)
        {
            yield return new(member, space, types, name, Interface(member), Parameters(member));
        }

        var members = member switch
        {
            TypeDeclarationSyntax type => type.Members,
            EnumDeclarationSyntax @enum => @enum.Members.AsEnumerable<MemberDeclarationSyntax>(),
            _ => [],
        };

        // A block of extensions has no name: its members are named by the class around it.
        foreach (var site in Read(members, space, Name(member) is { } outer ? types.Add(outer) : types))
        {
            yield return site;
        }
    }

    private static NamePart? Name(MemberDeclarationSyntax member) => member switch
    {
        TypeDeclarationSyntax type when type.IsKind(SyntaxKind.ExtensionBlockDeclaration) => null,
        TypeDeclarationSyntax type => new(type.Identifier.ValueText, type.TypeParameterList?.Parameters.Count ?? 0),
        BaseTypeDeclarationSyntax type => new(type.Identifier.ValueText, 0),
        DelegateDeclarationSyntax @delegate => new(@delegate.Identifier.ValueText, @delegate.TypeParameterList?.Parameters.Count ?? 0),
        EnumMemberDeclarationSyntax constant => new(constant.Identifier.ValueText, 0),
        MethodDeclarationSyntax method => new(method.Identifier.ValueText, method.TypeParameterList?.Parameters.Count ?? 0),
        ConstructorDeclarationSyntax constructor => new(constructor.Modifiers.Any(SyntaxKind.StaticKeyword) ? NamePart.StaticConstructor : NamePart.Constructor, 0),
        DestructorDeclarationSyntax => new(NamePart.Finalizer, 0),
        OperatorDeclarationSyntax @operator => new($"operator {(@operator.CheckedKeyword.RawKind == 0 ? "" : "checked ")}{@operator.OperatorToken.Text}", 0),
        ConversionOperatorDeclarationSyntax conversion => new(
            MemberName.Conversion(conversion.ImplicitOrExplicitKeyword.Text, conversion.CheckedKeyword.RawKind != 0, TypeText.Of(conversion.Type)), 0),
        IndexerDeclarationSyntax => new(NamePart.Indexer, 0),
        PropertyDeclarationSyntax property => new(property.Identifier.ValueText, 0),
        EventDeclarationSyntax @event => new(@event.Identifier.ValueText, 0),
        _ => null,
    };

    private static string? Interface(MemberDeclarationSyntax member)
    {
        var specifier = member switch
        {
            MethodDeclarationSyntax method => method.ExplicitInterfaceSpecifier,
            BasePropertyDeclarationSyntax property => property.ExplicitInterfaceSpecifier,
            OperatorDeclarationSyntax @operator => @operator.ExplicitInterfaceSpecifier,
            ConversionOperatorDeclarationSyntax conversion => conversion.ExplicitInterfaceSpecifier,
            _ => null,
        };
        return specifier is null ? null : Names(specifier.Name).Last().Text;
    }

    private static ImmutableArray<(string Type, string Passing)>? Parameters(MemberDeclarationSyntax member)
    {
        BaseParameterListSyntax? list = member switch
        {
            BaseMethodDeclarationSyntax method => method.ParameterList,
            IndexerDeclarationSyntax indexer => indexer.ParameterList,
            DelegateDeclarationSyntax @delegate => @delegate.ParameterList,
            _ => null,
        };
        return list is null ? null : [.. list.Parameters.Select(TypeText.Parameter)];
    }

    private static IEnumerable<NamePart> Names(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => Names(qualified.Left).Append(new(qualified.Right.Identifier.ValueText, 0)),
        AliasQualifiedNameSyntax alias => [new(alias.Name.Identifier.ValueText, 0)],
        SimpleNameSyntax simple => [new(simple.Identifier.ValueText, 0)],
        _ => [],
    };
}
