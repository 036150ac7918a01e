using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries.References;

/// <summary>Says which method the end of a using statement calls: that of the resource's type as it is declared.</summary>
internal static class Disposals
{
    public static IEnumerable<ISymbol?> Of(SemanticModel model, UsingStatementSyntax statement, CancellationToken cancellationToken) =>
        [Of(model, statement.Declaration is { } declaration ? TypeOf(model, declaration, cancellationToken) : model.GetTypeInfo(statement.Expression!, cancellationToken).Type,
            statement.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword))];

    public static IEnumerable<ISymbol?> Of(SemanticModel model, LocalDeclarationStatementSyntax local, CancellationToken cancellationToken) =>
        [Of(model, TypeOf(model, local.Declaration, cancellationToken), local.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword))];

    private static ITypeSymbol? TypeOf(SemanticModel model, VariableDeclarationSyntax declaration, CancellationToken cancellationToken) =>
        (model.GetDeclaredSymbol(declaration.Variables[0], cancellationToken) as ILocalSymbol)?.Type;

    private static ISymbol? Of(SemanticModel model, ITypeSymbol? type, bool isAsync)
    {
        var name = isAsync ? "DisposeAsync" : "Dispose";
        var contract = model.Compilation.GetTypeByMetadataName(isAsync ? "System.IAsyncDisposable" : "System.IDisposable")?.GetMembers(name).FirstOrDefault();
        return type is null || contract is null ? null
            : SymbolEqualityComparer.Default.Equals(type, contract.ContainingType) ? contract
            : type.AllInterfaces.Contains(contract.ContainingType, SymbolEqualityComparer.Default) && type.TypeKind is TypeKind.Interface or TypeKind.TypeParameter ? contract
            : type.FindImplementationForInterfaceMember(contract)

                // A ref struct, or what is disposed asynchronously, need not have the interface.
                ?? type.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams));
    }
}
