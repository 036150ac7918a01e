using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Websopy.SemanticKernel.ToolGenerator.Parsing;

namespace Websopy.SemanticKernel.ToolGenerator.Diagnostics;

/// <summary>
/// Says what is wrong with a tool set. It runs the generator's own parser, so that the two never disagree, and adds what lies
/// outside of tool sets or in the bodies of their methods.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ToolSetAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => DiagnosticCatalog.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        // A tool set in a file that counts as generated gets no functions either where it is wrong, and has to say why.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (context.Compilation.GetTypeByMetadataName(AttributeNames.ToolSet) is null) return;
        ToolScope scope = new(context.Compilation);
        ConcurrentDictionary<Diagnostic, bool> said = [];
        context.RegisterSymbolAction(type => CheckToolSet(type, said), SymbolKind.NamedType);
        context.RegisterSymbolAction(method => ToolOutsideToolSetRule.CheckMethod(method, scope), SymbolKind.Method);
        context.RegisterSyntaxNodeAction(ToolOutsideToolSetRule.CheckFunction,
            SyntaxKind.LocalFunctionStatement, SyntaxKind.ParenthesizedLambdaExpression, SyntaxKind.SimpleLambdaExpression);
        context.RegisterSymbolAction(method => CancellationRules.CheckSignature(method, scope), SymbolKind.Method);
        context.RegisterOperationBlockAction(body => CancellationRules.CheckBody(body, scope));
    }

    /// <summary>Tool sets with a base class in common say the same of its methods, and it is said once.</summary>
    private static void CheckToolSet(SymbolAnalysisContext context, ConcurrentDictionary<Diagnostic, bool> said)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.Has(AttributeNames.ToolSet)) return;
        foreach (var diagnostic in ToolSetParser.Parse(type, context.Compilation, context.CancellationToken).Diagnostics)
        {
            if (said.TryAdd(diagnostic, true)) context.ReportDiagnostic(diagnostic);
        }
    }
}
