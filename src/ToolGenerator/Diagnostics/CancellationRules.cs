using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Websopy.SemanticKernel.ToolGenerator.Diagnostics;

/// <summary>WSK028 and WSK029: tools that a cancelled turn has to wait for.</summary>
internal static class CancellationRules
{
    /// <summary>An asynchronous tool without a token. Where another type sets the signature, the tool cannot take one.</summary>
    public static void CheckSignature(SymbolAnalysisContext context, ToolSymbols symbols)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is null
            && symbols.IsTool(method)
            && symbols.IsAsynchronous(method)
            && !method.Parameters.Any(parameter => symbols.IsCancellationToken(parameter.Type))
            && !IsSetElsewhere(method))
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalog.CancellationMissing, method.Locations[0], method.Name));
    }

    /// <summary>A token that the body never mentions. A body that only throws has nobody to pass it to.</summary>
    public static void CheckBody(OperationBlockAnalysisContext context, ToolSymbols symbols)
    {
        if (context.OwningSymbol is not IMethodSymbol method || !symbols.IsTool(method) || IsSetElsewhere(method))
            return;

        var body = context.OperationBlocks.FirstOrDefault(block => block.Kind == OperationKind.Block);
        if (body is null || OnlyThrows(body))
            return;

        foreach (var parameter in method.Parameters)
            if (symbols.IsCancellationToken(parameter.Type) && !IsUsed(parameter, body))
                context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalog.CancellationIgnored, parameter.Locations[0], method.Name));
    }

    private static bool IsUsed(IParameterSymbol parameter, IOperation body) => body
        .Descendants()
        .OfType<IParameterReferenceOperation>()
        .Any(reference => SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter));

    private static bool OnlyThrows(IOperation operation)
    {
        if (operation.Kind == OperationKind.Throw)
            return true;

        var children = operation.ChildOperations;
        return children.Count == 1 && OnlyThrows(children.First());
    }

    private static bool IsSetElsewhere(IMethodSymbol method)
    {
        if (method.IsOverride || !method.ExplicitInterfaceImplementations.IsEmpty)
            return true;

        var type = method.ContainingType;
        return type.AllInterfaces
            .SelectMany(implemented => implemented.GetMembers(method.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method));
    }
}
