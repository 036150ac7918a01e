using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Websopy.SemanticKernel.ToolGenerator.Parsing;

namespace Websopy.SemanticKernel.ToolGenerator.Diagnostics;

/// <summary>WSK011: [Tool] where no tool set reads it.</summary>
internal static class ToolOutsideToolSetRule
{
    private const string NoMethod = "only a method of a class can be a tool";

    public static void CheckMethod(SymbolAnalysisContext context, ToolScope scope)
    {
        var method = (IMethodSymbol)context.Symbol;

        // The attribute of a partial method is one of both its parts.
        if (method.PartialDefinitionPart is not null || method.Attribute(AttributeNames.Tool) is not { } attribute) return;
        if (WhyNot(method, scope) is { } reason) context.ReportDiagnostic(Create(attribute, method, reason, context.CancellationToken));
    }

    /// <summary>Local functions and lambdas are no members, so that only their syntax leads to them.</summary>
    public static void CheckFunction(SyntaxNodeAnalysisContext context)
    {
        var symbol = context.SemanticModel.GetDeclaredSymbol(context.Node, context.CancellationToken)
            ?? context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol;
        if (symbol is IMethodSymbol method && method.Attribute(AttributeNames.Tool) is { } attribute)
        {
            context.ReportDiagnostic(Create(attribute, method, NoMethod, context.CancellationToken));
        }
    }

    private static string? WhyNot(IMethodSymbol method, ToolScope scope)
    {
        var type = method.ContainingType;
        if (method.MethodKind == MethodKind.ExplicitInterfaceImplementation) return "nobody but the interface can call it";
        if (method.MethodKind != MethodKind.Ordinary) return NoMethod;
        if (type.TypeKind != TypeKind.Class) return $"'{type.Name}' is no class, and only a class can be a tool set";
        return scope.MayHoldTools(type) ? null : $"'{type.Name}' is not marked with [ToolSet]";
    }

    private static Diagnostic Create(AttributeData attribute, IMethodSymbol method, string reason, CancellationToken cancellationToken)
    {
        var location = attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).GetLocation();
        return Diagnostic.Create(DiagnosticCatalog.ToolOutsideToolSet, location, Name(method), reason);
    }

    private static string Name(IMethodSymbol method) => method switch
    {
        { MethodKind: MethodKind.LambdaMethod } => "a lambda",
        { AssociatedSymbol: { } property } => $"'{property.Name}'",
        { ExplicitInterfaceImplementations.IsEmpty: false } => $"'{method.ExplicitInterfaceImplementations[0].Name}'",
        _ => $"'{method.Name}'",
    };
}
