using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Websopy.SemanticKernel.ToolGenerator.Diagnostics;

/// <summary>WSK011: [Tool] on a method that no tool set holds.</summary>
internal static class ToolOutsideToolSetRule
{
    public static void CheckMethod(SymbolAnalysisContext context, ToolSymbols symbols)
    {
        var method = (IMethodSymbol)context.Symbol;
        // The attribute of a partial method belongs to both of its parts, and is said of one.
        if (method.PartialDefinitionPart is not null || symbols.ToolAttributeOf(method) is not { } attribute)
            return;

        if (WhyNot(method, symbols) is { } reason)
            context.ReportDiagnostic(Create(attribute, method, reason, context.CancellationToken));
    }

    /// <summary>Local functions and lambdas are no members, so nothing but their syntax leads to them.</summary>
    public static void CheckLocalFunction(SyntaxNodeAnalysisContext context, ToolSymbols symbols)
    {
        var symbol = context.SemanticModel.GetDeclaredSymbol(context.Node, context.CancellationToken)
            ?? context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol;
        if (symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.LambdaMethod } method
            && symbols.ToolAttributeOf(method) is { } attribute)
            context.ReportDiagnostic(Create(attribute, method, "only a method of a class can be a tool", context.CancellationToken));
    }

    private static string? WhyNot(IMethodSymbol method, ToolSymbols symbols)
    {
        var type = method.ContainingType;
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation))
            return "only a method of a class can be a tool";

        if (type.TypeKind != TypeKind.Class)
            return $"'{type.Name}' is no class, and only a class can be a tool set";

        return symbols.MayHoldTools(type) ? null : $"'{type.Name}' is not marked with [ToolSet]";
    }

    private static Diagnostic Create(AttributeData attribute, IMethodSymbol method, string reason, CancellationToken cancellationToken)
    {
        var location = attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).GetLocation();
        var name = method.MethodKind == MethodKind.LambdaMethod ? "a lambda" : $"'{method.Name}'";
        return Diagnostic.Create(DiagnosticCatalog.ToolOutsideToolSet, location, name, reason);
    }
}
