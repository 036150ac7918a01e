using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Refactoring;

/// <summary>Finds the diagnostics of one id, by the compiler or by the analyzers that report it; also for those who fix all of them.</summary>
internal sealed class FixableDiagnostics(string id) : FixAllContext.DiagnosticProvider
{
    /// <summary>The diagnostics in a project's files that can be written, in order.</summary>
    public async Task<ImmutableArray<Diagnostic>> InAsync(Project project, CancellationToken cancellationToken)
    {
        if (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation)
        {
            return [];
        }

        var analyzers = CodeFixCatalog.Analyzers(project, id);
        var found = analyzers.IsEmpty
            ? compilation.GetDiagnostics(cancellationToken)
            : await compilation.WithAnalyzers(analyzers, project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(cancellationToken).ConfigureAwait(false);
        if (found.FirstOrDefault(diagnostic => diagnostic.Id == "AD0001") is { } failure)
        {
            throw new CodeException(CodeErrorKind.InvalidArgument, $"The analyzer that reports {id} failed: {failure.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
        }

        // The analyzers of unnecessary usings report each place twice, under the id to show and the id to fix.
        var wanted = CodeFixCatalog.FixableId(id);
        return [.. found.Where(diagnostic => diagnostic.Id == wanted && !diagnostic.IsSuppressed && IsWritable(project, diagnostic.Location))
            .OrderBy(diagnostic => diagnostic.Location.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
    {
        var tree = await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false);
        return (await InAsync(document.Project, cancellationToken).ConfigureAwait(false)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
    }

    public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
        Task.FromResult<IEnumerable<Diagnostic>>([]);

    public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
        await InAsync(project, cancellationToken).ConfigureAwait(false);

    private static bool IsWritable(Project project, Location location) =>
        location.SourceTree is { } tree && project.GetDocument(tree) is { } document and not SourceGeneratedDocument && document.FilePath is not null;
}
