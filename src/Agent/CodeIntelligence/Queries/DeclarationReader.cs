using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Websopy.SemanticKernel.CodeIntelligence.Answers;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries;

/// <summary>Lists what a file declares, in the file's order; once for each version of it.</summary>
internal static class DeclarationReader
{
    private static readonly ConditionalWeakTable<SyntaxTree, SourceDeclaration[]> Known = [];

    public static SourceDeclaration[] Read(SyntaxTree tree, CancellationToken cancellationToken) =>
        Known.TryGetValue(tree, out var declarations) ? declarations
            : Known.GetValue(tree, _ =>
            {
                List<SourceDeclaration> found = [];
                ReadMembers(((CompilationUnitSyntax)tree.GetRoot(cancellationToken)).Members, new Scope([], 0), found);
                return [.. found];
            });

    private static void ReadMembers(SyntaxList<MemberDeclarationSyntax> members, Scope scope, List<SourceDeclaration> into)
    {
        foreach (var member in members)
        {
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax space:
                    ReadMembers(space.Members, new Scope(scope.Names.AddRange(space.Name.ToString().Split('.', StringSplitOptions.TrimEntries)), 0), into);
                    break;

                // The members of an extension block are called on the type around it.
                case TypeDeclarationSyntax type when type.IsKind(SyntaxKind.ExtensionBlockDeclaration):
                    ReadMembers(type.Members, scope, into);
                    break;
                case TypeDeclarationSyntax type:
                    into.Add(scope.New(KindOf(type), type.Identifier, type, type.TypeParameterList, type.ParameterList?.Parameters));
                    ReadPositions(type, scope.Within(type.Identifier), into);
                    ReadMembers(type.Members, scope.Within(type.Identifier), into);
                    break;
                case EnumDeclarationSyntax type:
                    into.Add(scope.New(SourceKind.Enum, type.Identifier, type));
                    into.AddRange(type.Members.Select(value => scope.Within(type.Identifier).New(SourceKind.EnumMember, value.Identifier, value)));
                    break;
                case DelegateDeclarationSyntax type:
                    into.Add(scope.New(SourceKind.Delegate, type.Identifier, type, type.TypeParameterList));
                    break;
                case BaseFieldDeclarationSyntax field:
                    into.AddRange(field.Declaration.Variables.Select(variable => scope.New(KindOf(field), variable.Identifier, variable)));
                    break;
                default:
                    into.AddRange(ReadMember(member, scope));
                    break;
            }
        }
    }

    /// <summary>A record's parameters in brackets are properties too, unless it declares them itself.</summary>
    private static void ReadPositions(TypeDeclarationSyntax type, Scope scope, List<SourceDeclaration> into)
    {
        if (type is RecordDeclarationSyntax { ParameterList: { } list })
        {
            into.AddRange(list.Parameters
                .Where(parameter => !type.Members.OfType<PropertyDeclarationSyntax>().Any(property => property.Identifier.ValueText == parameter.Identifier.ValueText))
                .Select(parameter => scope.New(SourceKind.Property, parameter.Identifier, parameter)));
        }
    }

    private static IEnumerable<SourceDeclaration> ReadMember(MemberDeclarationSyntax member, Scope scope) => member switch
    {
        MethodDeclarationSyntax method => [scope.Of(method.ExplicitInterfaceSpecifier).New(SourceKind.Method, method.Identifier, method, method.TypeParameterList, method.ParameterList.Parameters)],
        ConstructorDeclarationSyntax constructor => [scope.New(SourceKind.Constructor, constructor.Identifier, constructor, null, constructor.ParameterList.Parameters)],
        DestructorDeclarationSyntax destructor => [scope.New(SourceKind.Destructor, destructor.TildeToken, destructor, name: "~" + destructor.Identifier.ValueText)],
        OperatorDeclarationSyntax operation => [scope.Of(operation.ExplicitInterfaceSpecifier).New(SourceKind.Operator, operation.OperatorToken, operation, null, operation.ParameterList.Parameters, "operator " + operation.OperatorToken.Text)],
        ConversionOperatorDeclarationSyntax conversion => [scope.New(SourceKind.Operator, conversion.OperatorKeyword, conversion, null, conversion.ParameterList.Parameters,
            $"{conversion.ImplicitOrExplicitKeyword.Text} operator {AnswerText.Collapse(conversion.Type.ToString())}")],
        IndexerDeclarationSyntax indexer => [scope.Of(indexer.ExplicitInterfaceSpecifier).New(SourceKind.Indexer, indexer.ThisKeyword, indexer, null, indexer.ParameterList.Parameters, "this[]")],
        PropertyDeclarationSyntax property => [scope.Of(property.ExplicitInterfaceSpecifier).New(SourceKind.Property, property.Identifier, property)],
        EventDeclarationSyntax declared => [scope.Of(declared.ExplicitInterfaceSpecifier).New(SourceKind.Event, declared.Identifier, declared)],
        _ => [],
    };

    private static SourceKind KindOf(TypeDeclarationSyntax type) => type.Kind() switch
    {
        SyntaxKind.StructDeclaration => SourceKind.Struct,
        SyntaxKind.InterfaceDeclaration => SourceKind.Interface,
        SyntaxKind.RecordDeclaration or SyntaxKind.RecordStructDeclaration => SourceKind.Record,
        _ => SourceKind.Class,
    };

    private static SourceKind KindOf(BaseFieldDeclarationSyntax field) =>
        field is EventFieldDeclarationSyntax ? SourceKind.Event
        : field.Modifiers.Any(SyntaxKind.ConstKeyword) ? SourceKind.Constant
        : SourceKind.Field;

    private sealed record Scope(ImmutableArray<string> Names, int Depth)
    {
        public Scope Within(SyntaxToken type) => new(Names.Add(type.ValueText), Depth + 1);

        /// <summary>A member that implements an interface's explicitly is called by the interface's name and its own.</summary>
        public Scope Of(ExplicitInterfaceSpecifierSyntax? specifier) => specifier is null ? this
            : this with { Names = Names.Add(specifier.Name.DescendantNodesAndSelf(node => node is QualifiedNameSyntax or AliasQualifiedNameSyntax).OfType<SimpleNameSyntax>().Last().Identifier.ValueText) };

        public SourceDeclaration New(
            SourceKind kind, SyntaxToken at, SyntaxNode node, TypeParameterListSyntax? types = null, SeparatedSyntaxList<ParameterSyntax>? parameters = null, string? name = null) =>
            new(kind, name ?? at.ValueText, Names, types?.Parameters.Count ?? 0,
                kind.IsType() || parameters is null ? null : [.. parameters.Value.Select(TypeOf)],
                Depth, node, at.SpanStart,
                node is MemberDeclarationSyntax member && member.Modifiers.Any(SyntaxKind.PartialKeyword));

        private static string TypeOf(ParameterSyntax parameter) =>
            string.Concat(parameter.Modifiers.Where(modifier => modifier.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword or SyntaxKind.InKeyword).Select(modifier => modifier.Text + " "))
            + AnswerText.Collapse(parameter.Type?.ToString() ?? "");
    }
}
