using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Websopy.SemanticKernel.ToolGenerator.Parsing;

namespace Websopy.SemanticKernel.ToolGenerator.CodeFixes.Cancellation;

/// <summary>Finds the calls in a method that would take its token and are not given it.</summary>
internal sealed class TokenPassing(SemanticModel model, string token, CancellationToken cancellationToken)
{
    /// <summary>The argument lists to add the token to, each with the argument.</summary>
    public IReadOnlyList<(ArgumentListSyntax List, ArgumentSyntax Argument)> Find(MethodDeclarationSyntax method)
    {
        var body = (SyntaxNode?)method.Body ?? method.ExpressionBody;
        return body is null
            ? []
            : [.. body.DescendantNodes(node => !IsClosed(node)).OfType<InvocationExpressionSyntax>().Select(Find).OfType<(ArgumentListSyntax, ArgumentSyntax)>()];
    }

    /// <summary>Adds the token to all of them.</summary>
    public async Task ApplyAsync(SolutionEdit edit, MethodDeclarationSyntax method)
    {
        foreach (var (list, argument) in Find(method))
        {
            await edit.ChangeOnceAsync(list, editor => editor.ReplaceNode(list, (current, _) => ((ArgumentListSyntax)current).AddArguments(argument))).ConfigureAwait(false);
        }
    }

    /// <summary>A function that cannot see the token of the method, or has one of its own.</summary>
    private bool IsClosed(SyntaxNode node) => node switch
    {
        LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.StaticKeyword) || HasToken(model.GetDeclaredSymbol(function, cancellationToken)),
        AnonymousFunctionExpressionSyntax function => function.Modifiers.Any(SyntaxKind.StaticKeyword) || HasToken(model.GetSymbolInfo(function, cancellationToken).Symbol),
        _ => false,
    };

    private (ArgumentListSyntax, ArgumentSyntax)? Find(InvocationExpressionSyntax invocation)
    {
        if (model.GetSymbolInfo(invocation, cancellationToken).Symbol is not IMethodSymbol called) return null;
        var list = invocation.ArgumentList;
        var own = called.Parameters.FirstOrDefault(IsToken);
        if (own is null) return Overload(called, invocation) is { } overload ? (list, Argument(list, called.Parameters.Length, overload.Parameters.Last().Name)) : null;
        return own.IsOptional && !IsGiven(list, own) ? (list, Argument(list, own.Ordinal, own.Name)) : null;
    }

    private static bool IsGiven(ArgumentListSyntax list, IParameterSymbol parameter) =>
        list.Arguments.Any(argument => argument.NameColon?.Name.Identifier.ValueText == parameter.Name)
        || list.Arguments.Count(argument => argument.NameColon is null) > parameter.Ordinal;

    private ArgumentSyntax Argument(ArgumentListSyntax list, int place, string name)
    {
        var argument = SyntaxFactory.Argument(SyntaxFactory.IdentifierName(token));
        var isNext = list.Arguments.Count == place && list.Arguments.All(given => given.NameColon is null);
        return isNext ? argument : argument.WithNameColon(SyntaxFactory.NameColon(name));
    }

    /// <summary>The overload that takes the same and a token.</summary>
    private IMethodSymbol? Overload(IMethodSymbol called, InvocationExpressionSyntax invocation)
    {
        var definition = called.ReducedFrom ?? called;
        if (definition.Parameters.Any(parameter => parameter.IsParams)) return null;
        return definition.ContainingType.GetMembers(definition.Name).OfType<IMethodSymbol>().FirstOrDefault(overload =>
            overload.Parameters.Length == definition.Parameters.Length + 1
            && IsToken(overload.Parameters.Last())
            && overload.IsStatic == definition.IsStatic
            && overload.Arity == definition.Arity
            && Shape(overload, definition.Parameters.Length) == Shape(definition, definition.Parameters.Length)
            && model.IsAccessible(invocation.SpanStart, overload));
    }

    private static string Shape(IMethodSymbol method, int count) => string.Join(", ", method.OriginalDefinition.Parameters
        .Take(count)
        .Select(parameter => $"{parameter.RefKind} {parameter.Type.CSharpName()}")
        .Prepend(method.OriginalDefinition.ReturnType.CSharpName()));

    private static bool HasToken(ISymbol? function) => function is IMethodSymbol method && method.Parameters.Any(IsToken);

    private static bool IsToken(IParameterSymbol parameter) => parameter.Type.Is("System.Threading.CancellationToken");
}
