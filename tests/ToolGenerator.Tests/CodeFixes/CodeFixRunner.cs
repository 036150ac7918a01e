using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Websopy.SemanticKernel.ToolGenerator.CodeFixes;
using Websopy.SemanticKernel.ToolGenerator.Tests.Support;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.CodeFixes;

/// <summary>Applies code fixes to a project in memory.</summary>
internal static class CodeFixRunner
{
    public static IReadOnlyList<ToolCodeFix> Fixes { get; } =
    [
        .. typeof(ToolCodeFix).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ToolCodeFix)))
            .Select(type => (ToolCodeFix)Activator.CreateInstance(type)!),
    ];

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public static Project CreateProject(params IEnumerable<string> sources)
    {
        ProjectId id = ProjectId.CreateNewId();
        var solution = new AdhocWorkspace().CurrentSolution
            .AddProject(ProjectInfo.Create(id, VersionStamp.Default, "Sample", "Sample", LanguageNames.CSharp,
                compilationOptions: AnalyzerCompilation.Options,
                parseOptions: AnalyzerCompilation.ParseOptions,
                metadataReferences: AnalyzerCompilation.References));
        foreach (var (source, index) in sources.Select((source, index) => (source, index)))
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(id), $"File{index}.cs", SourceText.From(source), filePath: $"File{index}.cs");
        }

        return solution.GetProject(id)!;
    }

    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Project project, string id) =>
        [.. (await AnalyzerCompilation.AnalyzeAsync((await project.GetCompilationAsync(CancellationToken))!)).Where(found => found.Id == id)];

    /// <summary>What is offered for a diagnostic.</summary>
    public static async Task<IReadOnlyList<CodeAction>> OfferedAsync(Project project, Diagnostic diagnostic)
    {
        List<CodeAction> actions = [];
        var document = project.GetDocument(diagnostic.Location.SourceTree)!;
        foreach (var fix in Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            CodeFixContext context = new(document, diagnostic, (action, _) => actions.Add(action), CancellationToken);
            await fix.RegisterCodeFixesAsync(context);
        }

        return actions;
    }

    /// <summary>The action that mends all diagnostics of the id as one action mends one.</summary>
    public static async Task<CodeAction?> OfferedForAllAsync(Project project, Diagnostic diagnostic, CodeAction action)
    {
        var fix = Fixes.First(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id));
        FixAllContext context = new(project.GetDocument(diagnostic.Location.SourceTree)!, fix, FixAllScope.Solution,
            action.EquivalenceKey!, [diagnostic.Id], new AllDiagnostics(), CancellationToken);
        return await fix.GetFixAllProvider().GetFixAsync(context);
    }

    public static async Task<Project> ApplyAsync(Project project, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(project.Solution, new Progress<CodeAnalysisProgress>(), CancellationToken);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(project.Id)!;
    }

    public static async Task<string[]> TextsAsync(Project project)
    {
        List<string> texts = [];
        foreach (var document in project.Documents.OrderBy(document => document.Name)) texts.Add((await document.GetTextAsync(CancellationToken)).ToString());
        return [.. texts];
    }

    private sealed class AllDiagnostics : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await AnalyzerCompilation.AnalyzeAsync((await project.GetCompilationAsync(cancellationToken))!);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            (await GetAllDiagnosticsAsync(document.Project, cancellationToken)).Where(found => document.Project.GetDocument(found.Location.SourceTree) == document);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
