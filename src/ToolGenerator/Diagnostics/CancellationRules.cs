using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Websopy.SemanticKernel.ToolGenerator.Parsing;

namespace Websopy.SemanticKernel.ToolGenerator.Diagnostics;

/// <summary>WSK028 and WSK029: tools that a cancelled turn has to wait for.</summary>
internal static class CancellationRules
{
    /// <summary>An asynchronous tool without a token. Where another type sets the signature, the tool cannot take one.</summary>
    public static void CheckSignature(SymbolAnalysisContext context, ToolScope scope)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is null
            && ResultReader.IsAsynchronous(method.ReturnType)
            && !method.Parameters.Any(IsToken)
            && scope.IsTool(method)
            && !IsSetElsewhere(method))
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalog.CancellationMissing, method.Locations[0], method.Name));
        }
    }

    /// <summary>A token that the body never mentions. A body that only throws has nobody to pass it to.</summary>
    public static void CheckBody(OperationBlockAnalysisContext context, ToolScope scope)
    {
        if (context.OwningSymbol is not IMethodSymbol method || !method.Parameters.Any(IsToken) || !scope.IsTool(method) || IsSetElsewhere(method)) return;
        var body = context.OperationBlocks.FirstOrDefault(block => block.Kind == OperationKind.Block);
        if (body is null || OnlyThrows(body)) return;
        foreach (var parameter in method.Parameters.Where(IsToken))
        {
            if (!IsUsed(parameter, body)) context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalog.CancellationIgnored, parameter.Locations[0], method.Name));
        }
    }

    private static bool IsToken(IParameterSymbol parameter) => parameter.Type.Is("System.Threading.CancellationToken");

    private static bool IsUsed(IParameterSymbol parameter, IOperation body) => body
        .Descendants()
        .OfType<IParameterReferenceOperation>()
        .Any(reference => SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter));

    private static bool OnlyThrows(IOperation operation) =>
        operation.Kind == OperationKind.Throw || (operation.ChildOperations.Count == 1 && OnlyThrows(operation.ChildOperations.First()));

    private static bool IsSetElsewhere(IMethodSymbol method) => method.IsOverride || method.ContainingType.AllInterfaces
        .SelectMany(implemented => implemented.GetMembers(method.Name))
        .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method.PartialDefinitionPart ?? method));
}
