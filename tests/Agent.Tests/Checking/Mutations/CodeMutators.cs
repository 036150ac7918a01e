using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using static Websopy.SemanticKernel.Agent.Tests.Checking.Mutations.MutationSite;

namespace Websopy.SemanticKernel.Agent.Tests.Checking.Mutations;

/// <summary>Changes within one file, by kind.</summary>
internal static class CodeMutators
{
    private static readonly string[] Types = ["int", "string", "object", "string?", "System.Collections.Generic.List<int>", "System.IDisposable", "System.Threading.Tasks.Task", "dynamic", "long"];

    public static IReadOnlyDictionary<string, Func<MutationSite, TextChange?>> All { get; } = new Dictionary<string, Func<MutationSite, TextChange?>>
    {
        // Bodies
        ["body: other name"] = site => site.Pick<IdentifierNameSyntax>(InBody) is { } name ? Replace(name, site.AnyName()) : null,
        ["body: delete statement"] = site => site.Pick<StatementSyntax>(statement => statement is not BlockSyntax) is { } statement ? Delete(statement) : null,
        ["body: repeat statement"] = site => site.Pick<StatementSyntax>(statement => statement is not BlockSyntax && statement.Parent is BlockSyntax) is { } statement ? After(statement, "\n" + statement) : null,
        ["body: other literal"] = site => site.Pick<LiteralExpressionSyntax>(InBody) is { } literal ? Replace(literal, site.Pick<string>(["1", "\"text\"", "null", "2.5", "true", "'c'", "default"])!) : null,
        ["body: delete await"] = site => site.Pick<AwaitExpressionSyntax>() is { } wait ? Replace(wait, wait.Expression.ToString()) : null,
        ["body: rename local"] = site => site.Pick<VariableDeclaratorSyntax>(variable => variable.Ancestors().OfType<LocalDeclarationStatementSyntax>().Any()) is { } local ? Replace(local.Identifier, "renamed") : null,
        ["body: empty"] = site => site.Pick<BlockSyntax>(block => block.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax) is { } block ? Replace(block, "{ }") : null,
        ["body: throw"] = site => site.Pick<ArrowExpressionClauseSyntax>() is { } arrow ? Replace(arrow, "=> throw new System.NotSupportedException()") : null,
        ["body: unknown call"] = site => site.Pick<BlockSyntax>() is { } block ? Replace(block.OpenBraceToken, "{ Unknown(1); ") : null,

        // Declarations
        ["rename method"] = site => site.Pick<MethodDeclarationSyntax>() is { } method ? Replace(method.Identifier, method.Identifier.Text + "X") : null,
        ["rename to another member"] = site => site.Pick<MethodDeclarationSyntax>() is { } method ? Replace(method.Identifier, site.AnyName()) : null,
        ["rename property"] = site => site.Pick<PropertyDeclarationSyntax>() is { } property ? Replace(property.Identifier, property.Identifier.Text + "X") : null,
        ["rename field"] = site => site.Pick<FieldDeclarationSyntax>() is { } field ? Replace(field.Declaration.Variables[0].Identifier, "_renamed") : null,
        ["rename type"] = site => site.Pick<BaseTypeDeclarationSyntax>() is { } type ? Replace(type.Identifier, type.Identifier.Text + "X") : null,
        ["return type"] = site => site.Pick<MethodDeclarationSyntax>() is { } method ? Replace(method.ReturnType, site.Pick(Types)!) : null,
        ["property type"] = site => site.Pick<PropertyDeclarationSyntax>() is { } property ? Replace(property.Type, site.Pick(Types)!) : null,
        ["field type"] = site => site.Pick<FieldDeclarationSyntax>() is { } field ? Replace(field.Declaration.Type, site.Pick(Types)!) : null,
        ["parameter type"] = site => site.Pick<ParameterSyntax>(parameter => parameter.Type is not null) is { } parameter ? Replace(parameter.Type!, site.Pick(Types)!) : null,
        ["add parameter"] = site => site.Pick<ParameterListSyntax>(IsDeclared) is { } list ? Replace(list.CloseParenToken, (list.Parameters.Count == 0 ? "" : ", ") + "int extra)") : null,
        ["add optional parameter"] = site => site.Pick<ParameterListSyntax>(IsDeclared) is { } list ? Replace(list.CloseParenToken, (list.Parameters.Count == 0 ? "" : ", ") + "int extra = 0)") : null,
        ["delete parameters"] = site => site.Pick<ParameterListSyntax>(list => IsDeclared(list) && list.Parameters.Count > 0) is { } list ? Replace(list, "()") : null,
        ["accessibility"] = site => site.PickToken(token => token.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword) is { RawKind: not 0 } token
            ? Replace(token, site.Pick<string>(["public", "internal", "private", "protected"])!) : null,
        ["modifier gone"] = site => site.PickToken(token => token.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.SealedKeyword or SyntaxKind.ReadOnlyKeyword or SyntaxKind.OverrideKeyword or SyntaxKind.VirtualKeyword or SyntaxKind.AbstractKeyword or SyntaxKind.AsyncKeyword or SyntaxKind.PartialKeyword or SyntaxKind.ParamsKeyword) is { RawKind: not 0 } token
            ? Replace(token, "") : null,
        ["modifier come"] = site => site.Pick<MemberDeclarationSyntax>(member => member.Modifiers.Count > 0) is { } member ? After(member, "").Shift(member.Modifiers[^1], site.Pick<string>([" static", " sealed", " abstract", " virtual", " readonly", " override", " async", " new", " required", " unsafe"])!) : null,
        ["delete member"] = site => site.Pick<MemberDeclarationSyntax>(member => member is not BaseNamespaceDeclarationSyntax) is { } member ? Delete(member) : null,
        ["insert member"] = site => site.Insert(_ => "public int Inserted(string text) => text.Length;"),
        ["insert interface member"] = site => site.Insert(_ => "void Inserted();", type => type.IsKind(SyntaxKind.InterfaceDeclaration)),
        ["insert abstract member"] = site => site.Insert(_ => "public abstract void Inserted();", type => type.Modifiers.Any(SyntaxKind.AbstractKeyword)),
        ["insert twice"] = site => site.Pick<MemberDeclarationSyntax>(member => member.Parent is TypeDeclarationSyntax) is { } member ? After(member, "\n" + member) : null,
        ["overload"] = site => site.Pick<MethodDeclarationSyntax>(method => method.Parent is TypeDeclarationSyntax) is { } method ? After(method, $"\n    public static int {method.Identifier}({site.Pick<string>(["object value", "params object[] values", "string value", "int value, string other", "System.Func<int> value", ""])}) => 1;") : null,
        ["same overload"] = site => site.Pick<MethodDeclarationSyntax>(method => method.Parent is TypeDeclarationSyntax) is { } method ? After(method, $"\n    public {(method.Modifiers.Any(SyntaxKind.StaticKeyword) ? "static " : "")}{method.ReturnType} {method.Identifier}{method.ParameterList} => throw null!;") : null,
        ["constructor"] = site => site.Insert(type => $"public {type.Identifier}({site.Pick<string>(["int first", "", "object first, object second"])}) {{ }}", type => type.IsKind(SyntaxKind.ClassDeclaration) || type.IsKind(SyntaxKind.StructDeclaration)),
        ["delete constructor"] = site => site.Pick<ConstructorDeclarationSyntax>() is { } constructor ? Delete(constructor) : null,
        ["primary constructor"] = site => site.Pick<TypeDeclarationSyntax>(type => type.ParameterList is not null) is { } type ? Replace(type.ParameterList!, site.Random.Next(2) == 0 ? "(int only)" : type.ParameterList!.ToString().Replace(")", ", int more)", StringComparison.Ordinal)) : null,
        ["accessor gone"] = site => site.Pick<AccessorDeclarationSyntax>() is { } accessor ? Replace(accessor, "") : null,
        ["accessor other"] = site => site.PickToken(token => token.Kind() is SyntaxKind.SetKeyword or SyntaxKind.InitKeyword) is { RawKind: not 0 } token ? Replace(token, site.Pick<string>(["init", "set", "private set"])!) : null,

        // Types
        ["base list gone"] = site => site.Pick<BaseListSyntax>() is { } list ? Replace(list, "") : null,
        ["base type other"] = site => site.Pick<BaseTypeSyntax>() is { } type ? Replace(type, site.Pick<string>(["System.IDisposable", "System.Exception", "object", "System.IComparable<int>"])!) : null,
        ["type kind"] = site => site.PickToken(token => token.Kind() is SyntaxKind.ClassKeyword or SyntaxKind.StructKeyword or SyntaxKind.InterfaceKeyword && token.Parent is TypeDeclarationSyntax) is { RawKind: not 0 } token
            ? Replace(token, site.Pick<string>(["class", "struct", "interface", "record", "record struct"])!) : null,
        ["constraint gone"] = site => site.Pick<TypeParameterConstraintClauseSyntax>() is { } clause ? Replace(clause, "") : null,
        ["constraint other"] = site => site.Pick<TypeParameterConstraintSyntax>() is { } constraint ? Replace(constraint, site.Pick<string>(["class", "struct", "System.IDisposable", "unmanaged", "notnull"])!) : null,
        ["type parameter"] = site => site.Pick<TypeParameterListSyntax>() is { } list ? Replace(list, "<T, TMore>") : null,
        ["nest namespace"] = site => site.Pick<BaseNamespaceDeclarationSyntax>() is { } space ? Replace(space.Name, space.Name + ".Nested") : null,
        ["enum member gone"] = site => site.Pick<EnumMemberDeclarationSyntax>() is { } member ? Replace(member, "") : null,
        ["enum member come"] = site => site.Pick<EnumDeclarationSyntax>() is { } type ? Replace(type.OpenBraceToken, "{ Inserted, ") : null,
        ["constant"] = site => site.Pick<FieldDeclarationSyntax>(field => field.Modifiers.Any(SyntaxKind.ConstKeyword)) is { } field && field.Declaration.Variables[0].Initializer is { } value ? Replace(value.Value, site.Pick<string>(["0", "\"other\"", "-1", "int.MaxValue"])!) : null,

        // What has no name of its own
        ["conversion"] = site => site.Insert(type => $"public static implicit operator {site.Pick<string>(["int", "string", "bool"])}({type.Identifier}{type.TypeParameterList} value) => default!;", type => type.IsKind(SyntaxKind.ClassDeclaration) || type.IsKind(SyntaxKind.StructDeclaration)),
        ["operator"] = site => site.Insert(type => $"public static bool operator {site.Pick<string>(["==", "+", "!", "<"])}({type.Identifier}{type.TypeParameterList} left, {type.Identifier}{type.TypeParameterList} right) => true;"),
        ["indexer"] = site => site.Insert(_ => "public int this[string key] => key.Length;"),
        ["delete indexer or operator"] = site => site.Pick<MemberDeclarationSyntax>(member => member is IndexerDeclarationSyntax or OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax) is { } member ? Delete(member) : null,
        ["pattern member"] = site => site.Insert(_ => site.Pick<string>(["public void Dispose() { }", "public void Add(int item) { }", "public int Count => 0;", "public System.Collections.Generic.IEnumerator<int> GetEnumerator() => null!;", "public void Deconstruct(out int a, out int b) { a = b = 0; }", "public System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() => default;"])!),
        ["delete pattern member"] = site => site.Pick<MethodDeclarationSyntax>(method => method.Identifier.Text is "Dispose" or "DisposeAsync" or "Add" or "GetEnumerator" or "GetAsyncEnumerator" or "Deconstruct" or "GetAwaiter" or "Equals" or "ToString") is { } method ? Delete(method) : null,

        // Extension methods
        ["extension gone"] = site => site.PickToken(token => token.IsKind(SyntaxKind.ThisKeyword) && token.Parent is ParameterSyntax) is { RawKind: not 0 } token ? Replace(token, "") : null,
        ["delete extension"] = site => site.Pick<MethodDeclarationSyntax>(method => method.ParameterList.Parameters is [var first, ..] && first.Modifiers.Any(SyntaxKind.ThisKeyword)) is { } method ? Delete(method) : null,

        // Usings, nullability, attributes, comments, directives
        ["using gone"] = site => site.Pick<UsingDirectiveSyntax>() is { } directive ? Delete(directive) : null,
        ["using come"] = site => site.Pick<UsingDirectiveSyntax>() is { } directive ? Before(directive, site.Pick<string>(["using System.Diagnostics.Contracts;\n", "using System.Xml;\n", "using static System.Math;\n", "using Task = System.Int32;\n", "using No.Such.Space;\n", "global using System.Text;\n"])!) : null,
        ["nullable come"] = site => site.Pick<TypeSyntax>(type => type.Parent is ParameterSyntax or MethodDeclarationSyntax or PropertyDeclarationSyntax or VariableDeclarationSyntax) is { } type ? After(type, "?") : null,
        ["nullable gone"] = site => site.Pick<NullableTypeSyntax>() is { } type ? Replace(type, type.ElementType.ToString()) : null,
        ["nullable directive"] = site => site.Pick<MemberDeclarationSyntax>(member => member.Parent is TypeDeclarationSyntax) is { } member ? Before(member, site.Pick<string>(["\n#nullable disable\n", "\n#nullable enable\n"])!) : null,
        ["obsolete"] = site => site.Pick<MemberDeclarationSyntax>(member => member is not BaseNamespaceDeclarationSyntax and not GlobalStatementSyntax) is { } member ? Before(member, "[System.Obsolete(\"gone\", true)] ") : null,
        ["attribute gone"] = site => site.Pick<AttributeListSyntax>() is { } list ? Replace(list, "") : null,
        ["comment"] = site => site.Pick<MemberDeclarationSyntax>(member => member.Parent is TypeDeclarationSyntax) is { } member ? Before(member, "/// <summary><see cref=\"NoSuchThing\"/></summary>\n") : null,
        ["pragma"] = site => site.Pick<MemberDeclarationSyntax>(member => member.Parent is TypeDeclarationSyntax) is { } member ? Before(member, "\n#pragma warning disable\n") : null,

        // Fields that nothing uses
        ["unused field"] = site => site.Insert(_ => site.Pick<string>(["private int _unused;", "private int _assigned = 3;", "private readonly string? _never;", "public event System.Action? Unheard;", "internal int Lonely;"])!, type => type.IsKind(SyntaxKind.ClassDeclaration)),
        ["field use gone"] = site => site.Pick<IdentifierNameSyntax>(name => InBody(name) && name.Identifier.Text.StartsWith('_')) is { } name ? Replace(name, "default") : null,
        ["field use deleted"] = site => site.Pick<StatementSyntax>(statement => statement is ExpressionStatementSyntax or ReturnStatementSyntax && statement.ToString().Contains('_', StringComparison.Ordinal)) is { } statement ? Delete(statement) : null,

        // Broken text
        ["token gone"] = site => site.PickToken(token => token.Span.Length > 0) is { RawKind: not 0 } token ? Replace(token, "") : null,
        ["token twice"] = site => site.PickToken(token => token.Span.Length > 0) is { RawKind: not 0 } token ? Replace(token, token.Text + " " + token.Text) : null,
        ["member emptied"] = site => site.Pick<MemberDeclarationSyntax>(member => member.Parent is TypeDeclarationSyntax) is { } member ? Replace(member, "public ") : null,
    };

    private static bool InBody(SyntaxNode node) => node.Ancestors().Any(ancestor => ancestor is BlockSyntax or ArrowExpressionClauseSyntax or GlobalStatementSyntax);

    private static bool IsDeclared(ParameterListSyntax list) => list.Parent is BaseMethodDeclarationSyntax or DelegateDeclarationSyntax;

    private static TextChange Shift(this TextChange _, SyntaxToken after, string text) => new(new TextSpan(after.Span.End, 0), text);
}
