using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

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
        if (ToolSymbols.Of(context.Compilation) is not { } symbols)
            return;

        context.RegisterSymbolAction(method => ToolOutsideToolSetRule.CheckMethod(method, symbols), SymbolKind.Method);
        context.RegisterSyntaxNodeAction(node => ToolOutsideToolSetRule.CheckLocalFunction(node, symbols),
            SyntaxKind.LocalFunctionStatement, SyntaxKind.ParenthesizedLambdaExpression, SyntaxKind.SimpleLambdaExpression);
        context.RegisterSymbolAction(method => CancellationRules.CheckSignature(method, symbols), SymbolKind.Method);
        context.RegisterOperationBlockAction(body => CancellationRules.CheckBody(body, symbols));
    }
}
