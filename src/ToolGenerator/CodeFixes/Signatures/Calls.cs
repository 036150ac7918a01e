using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Operations;

namespace Websopy.SemanticKernel.ToolGenerator.CodeFixes.Signatures;

/// <summary>A call of a method that a fix changes.</summary>
internal sealed class Call(IInvocationOperation operation)
{
    /// <summary>The argument that the call gives for a parameter; <see langword="null"/> where it leaves it to the default.</summary>
    public ArgumentSyntax? ArgumentFor(IParameterSymbol parameter) => operation.Arguments
        .FirstOrDefault(argument => argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter?.Ordinal == parameter.Ordinal)
        ?.Syntax as ArgumentSyntax;

    /// <summary>How many arguments have no name, and so go by their place.</summary>
    public int Positional => operation.Syntax is InvocationExpressionSyntax invocation
        ? invocation.ArgumentList.Arguments.Count(argument => argument.NameColon is null)
        : 0;
}

internal static class Calls
{
    /// <summary>The calls of a method in the whole solution.</summary>
    public static async Task<IReadOnlyList<Call>> OfAsync(Solution solution, IMethodSymbol method, CancellationToken cancellationToken)
    {
        List<Call> calls = [];
        foreach (var referenced in await SymbolFinder.FindReferencesAsync(method, solution, cancellationToken).ConfigureAwait(false))
        {
            foreach (var location in referenced.Locations.Where(location => !location.IsImplicit && !location.IsCandidateLocation))
            {
                if (await FindAsync(location, cancellationToken).ConfigureAwait(false) is { } call) calls.Add(call);
            }
        }

        return calls;
    }

    private static async Task<Call?> FindAsync(ReferenceLocation location, CancellationToken cancellationToken)
    {
        var root = await location.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await location.Document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var invocation = root?.FindNode(location.Location.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>();
        return invocation is not null && model?.GetOperation(invocation, cancellationToken) is IInvocationOperation operation ? new(operation) : null;
    }
}
