using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Websopy.SemanticKernel.CodeIntelligence.Checking;

/// <summary>Reads what a file declares, part by part: what others can see, and what only the file itself depends on.</summary>
internal static class DeclarationReader
{
    public static List<Declaration> Read(CompilationUnitSyntax root)
    {
        List<Declaration> declarations = [];
        foreach (var alias in root.Usings.Where(directive => directive.GlobalKeyword != default && directive.Alias is not null))
        {
            declarations.Add(New(DeclarationKind.Alias, alias.Alias!.Name.Identifier.ValueText, DeclarationScope.Root, new SignatureText().Add(alias), ""));
        }

        ReadMembers(root.Members, DeclarationScope.Root, declarations);
        return declarations;
    }

    private static void ReadMembers(SyntaxList<MemberDeclarationSyntax> members, DeclarationScope scope, List<Declaration> into)
    {
        foreach (var member in members)
        {
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax space:
                    ReadMembers(space.Members, scope.Within(space), into);
                    break;
                case TypeDeclarationSyntax type:
                    ReadType(type, scope, into);
                    break;
                case EnumDeclarationSyntax enumeration:
                    ReadEnum(enumeration, scope, into);
                    break;
                case DelegateDeclarationSyntax @delegate:
                    into.Add(New(DeclarationKind.Type, @delegate.Identifier.ValueText, scope, new SignatureText().Add(@delegate), ""));
                    break;
                case BaseFieldDeclarationSyntax field:
                    ReadFields(field, scope, into);
                    break;
                case BaseMethodDeclarationSyntax method:
                    into.Add(ReadMethod(method, scope));
                    break;
                case BasePropertyDeclarationSyntax property:
                    into.Add(ReadProperty(property, scope));
                    break;
            }
        }
    }

    private static void ReadType(TypeDeclarationSyntax type, DeclarationScope scope, List<Declaration> into)
    {
        var signature = new SignatureText()
            .Add(type.AttributeLists).Add(type.Modifiers).Add(type.Keyword).Add((type as RecordDeclarationSyntax)?.ClassOrStructKeyword ?? default)
            .Add(type.Identifier).Add(type.TypeParameterList).Add(type.ParameterList)
            .Add(type.BaseList is { } list ? list.Types.Select(each => (SyntaxNode)each.Type) : []).Add(type.ConstraintClauses);

        // What a base type's constructor is given is an expression like any in a body.
        var arguments = type.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault()?.ArgumentList;
        var inner = scope.Within(type);
        var kind = type.IsKind(SyntaxKind.ExtensionBlockDeclaration) ? DeclarationKind.Implicit : DeclarationKind.Type;
        var name = kind == DeclarationKind.Type ? type.Identifier.ValueText : scope.TypeName;
        var traits = (type.Modifiers.Any(SyntaxKind.PartialKeyword) ? DeclarationTraits.Partial : 0)
            | (kind == DeclarationKind.Implicit ? DeclarationTraits.Extension : 0);
        into.Add(New(kind, name, scope, signature, new SignatureText().Add(arguments).ToString(), traits) with
        {
            BaseNames = [.. new SignatureText().Add(type.BaseList is { } bases ? bases.Types.Select(each => (SyntaxNode)each.Type) : []).Names],
        });
        ReadMembers(type.Members, inner, into);
    }

    private static void ReadEnum(EnumDeclarationSyntax enumeration, DeclarationScope scope, List<Declaration> into)
    {
        // A member's value may follow from those before it, so that all of them change together.
        var signature = new SignatureText().Add(enumeration);
        into.Add(New(DeclarationKind.Type, enumeration.Identifier.ValueText, scope, signature, ""));
        into.AddRange(enumeration.Members.Select(member => New(DeclarationKind.Constant, member.Identifier.ValueText, scope.Within(enumeration), signature, "")));
    }

    private static void ReadFields(BaseFieldDeclarationSyntax field, DeclarationScope scope, List<Declaration> into)
    {
        var constant = field.Modifiers.Any(SyntaxKind.ConstKeyword);
        var layout = scope.IsStruct && !constant && !field.Modifiers.Any(SyntaxKind.StaticKeyword);
        var visible = field.Modifiers.Any(SyntaxKind.PublicKeyword) || field.Modifiers.Any(SyntaxKind.ProtectedKeyword);
        var traits = (layout ? DeclarationTraits.StructLayout : 0)
            | (constant || (visible && field is FieldDeclarationSyntax && scope.IsVisible) ? 0 : DeclarationTraits.MayBeUnused);
        foreach (var variable in field.Declaration.Variables)
        {
            var signature = new SignatureText().Add(field.AttributeLists).Add(field.Modifiers).Add(field.Declaration.Type)
                .Add(variable.Identifier).Add(variable.ArgumentList).Add(constant ? variable.Initializer : null)
                .Add(variable.Initializer is null ? "" : "=").Add(field is EventFieldDeclarationSyntax ? "event" : "");
            var body = constant ? "" : new SignatureText().Add(variable.Initializer).ToString();
            into.Add(New(constant ? DeclarationKind.Constant : NamedKind(variable.Identifier.ValueText), variable.Identifier.ValueText, scope, signature, body, traits | Access(field.Modifiers, scope)));
        }
    }

    private static Declaration ReadMethod(BaseMethodDeclarationSyntax method, DeclarationScope scope)
    {
        var signature = new SignatureText().Add(method.AttributeLists).Add(method.Modifiers);
        foreach (var child in method.ChildNodesAndTokens().Where(child => IsVisible(child, method)))
        {
            signature.Add(child);
        }

        signature.Add(method.Body is null && method.ExpressionBody is null ? ";" : "{}");
        var body = new SignatureText().Add(method.Body).Add(method.ExpressionBody).Add((method as ConstructorDeclarationSyntax)?.Initializer).ToString();
        var name = method is MethodDeclarationSyntax named ? named.Identifier.ValueText : scope.TypeName;
        var extension = method.ParameterList.Parameters.FirstOrDefault()?.Modifiers.Any(SyntaxKind.ThisKeyword) == true;
        var traits = (extension ? DeclarationTraits.Extension : 0) | (name == "Main" ? DeclarationTraits.EntryPoint : 0)
            | (method is MethodDeclarationSyntax { ExplicitInterfaceSpecifier: not null } ? 0 : Access(method.Modifiers, scope));
        return New(method is MethodDeclarationSyntax ? NamedKind(name) : DeclarationKind.Implicit, name, scope, signature, body, traits);
    }

    private static bool IsVisible(SyntaxNodeOrToken child, BaseMethodDeclarationSyntax method) => child.AsNode() switch
    {
        null => child.AsToken() is var token && !token.IsKind(SyntaxKind.SemicolonToken) && !method.Modifiers.Contains(token),
        BlockSyntax or ArrowExpressionClauseSyntax or ConstructorInitializerSyntax or AttributeListSyntax => false,
        _ => true,
    };

    private static Declaration ReadProperty(BasePropertyDeclarationSyntax property, DeclarationScope scope)
    {
        var name = property switch
        {
            PropertyDeclarationSyntax named => named.Identifier.ValueText,
            EventDeclarationSyntax named => named.Identifier.ValueText,
            _ => scope.TypeName,
        };
        var expression = (property as PropertyDeclarationSyntax)?.ExpressionBody ?? (property as IndexerDeclarationSyntax)?.ExpressionBody;
        var initializer = (property as PropertyDeclarationSyntax)?.Initializer;
        var signature = new SignatureText().Add(property.AttributeLists).Add(property.Modifiers).Add(property.Type).Add(property.ExplicitInterfaceSpecifier)
            .Add(name).Add((property as IndexerDeclarationSyntax)?.ParameterList).Add(property is EventDeclarationSyntax ? "event" : "")
            .Add(expression is null ? "" : "get").Add(expression is null ? "" : "{}").Add(initializer is null ? "" : "=");
        var body = new SignatureText().Add(expression).Add(initializer);
        var automatic = false;
        foreach (var accessor in property.AccessorList?.Accessors ?? [])
        {
            var bodiless = accessor.Body is null && accessor.ExpressionBody is null;
            automatic |= bodiless;
            signature.Add(accessor.AttributeLists).Add(accessor.Modifiers).Add(accessor.Keyword).Add(bodiless ? ";" : "{}");

            // The word field makes a backing field, which others may see in a struct's layout.
            body.Add(accessor.Body).Add(accessor.ExpressionBody);
        }

        var kind = property is IndexerDeclarationSyntax ? DeclarationKind.Implicit : NamedKind(name);
        var layout = scope.IsStruct && !property.Modifiers.Any(SyntaxKind.StaticKeyword) && (automatic || body.Names.Contains("field"));
        var access = property.ExplicitInterfaceSpecifier is null ? Access(property.Modifiers, scope) : 0;
        return New(kind, name, scope, signature, body.ToString(), (layout ? DeclarationTraits.StructLayout : 0) | access);
    }

    private static DeclarationKind NamedKind(string name) => ImplicitNames.Contains(name) ? DeclarationKind.Implicit : DeclarationKind.Member;

    private static DeclarationTraits Access(SyntaxTokenList modifiers, DeclarationScope scope)
    {
        var others = modifiers.Any(SyntaxKind.PublicKeyword) || modifiers.Any(SyntaxKind.InternalKeyword) || modifiers.Any(SyntaxKind.ProtectedKeyword);
        return !others && scope.MembersArePrivate ? DeclarationTraits.Private : 0;
    }

    private static Declaration New(DeclarationKind kind, string name, DeclarationScope scope, SignatureText signature, string body, DeclarationTraits traits = 0) =>
        new(kind, name, scope.Path, scope.Types, signature.ToString(), [.. signature.Names], [], body,
            traits | (scope.CapturesParameters ? DeclarationTraits.CapturingStruct : 0) | (scope.IsExtension ? DeclarationTraits.Extension : 0));
}
