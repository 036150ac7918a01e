using System.ComponentModel;
using Websopy.SemanticKernel.CodeIntelligence.Answers;
using Websopy.SemanticKernel.CodeIntelligence.Queries;
using Websopy.SemanticKernel.CodeIntelligence.Queries.Diagnostics;
using Websopy.SemanticKernel.CodeIntelligence.Queries.References;

namespace Websopy.SemanticKernel.CodeIntelligence.Tools;

/// <summary>The tools that only read. Their descriptions are for models, and each word of them is paid for in every request.</summary>
[ToolSet]
internal sealed class ReadingTools(Task<CodeSession> opening)
{
    private const string Target = "File, folder or project; all if omitted";
    private const string Symbol = "Name, Type.Member, Type.Method(int), documentation id, or file:line[:column]";
    private const string Skip = "Items already seen";

    [Tool("solution")]
    [Description("Projects, target frameworks, references and health of the open C# solution.")]
    internal Task<string> SolutionAsync([Description(Skip)] int skip = 0, int maxTokens = TokenBudget.Default, CancellationToken cancellationToken = default) =>
        AnswerAsync(maxTokens, session => Task.FromResult(SolutionQuery.Answer(session.Workspace.Current, skip, maxTokens)), cancellationToken);

    [Tool("outline")]
    [Description("Types and members with signatures and line numbers.")]
    internal Task<string> OutlineAsync([Description(Target)] string? target = null, [Description(Skip)] int skip = 0, int maxTokens = TokenBudget.Default, CancellationToken cancellationToken = default) =>
        AnswerAsync(maxTokens, session => Task.FromResult(OutlineQuery.Answer(session.Workspace.Current, target, skip, maxTokens, cancellationToken)), cancellationToken);

    [Tool("search")]
    [Description("Finds declarations by name, prefix, part or humps (SymLoc).")]
    internal Task<string> SearchAsync(string query, [Description("class, method, property, ..., type or member")] string? kind = null, [Description(Target)] string? target = null, [Description(Skip)] int skip = 0, int maxTokens = TokenBudget.Default, CancellationToken cancellationToken = default) =>
        AnswerAsync(maxTokens, session => Task.FromResult(SearchQuery.Answer(session.Workspace.Current, query, kind, target, skip, maxTokens, cancellationToken)), cancellationToken);

    [Tool("search_text")]
    [Description("Finds lines in all files by text or regular expression.")]
    internal Task<string> SearchTextAsync(
        string text,
        bool isRegex = false,
        bool matchCase = true,
        [Description("Such as src/**/*.cs")] string? glob = null,
        [Description("Lines around each")] int context = 0,
        [Description(Skip)] int skip = 0,
        int maxTokens = TokenBudget.Default,
        CancellationToken cancellationToken = default) =>
        AnswerAsync(maxTokens, session => TextSearchQuery.AnswerAsync(session.Workspace.Current, new(text, isRegex, matchCase, glob, context), skip, maxTokens, cancellationToken), cancellationToken);

    [Tool("read")]
    [Description("Lines of a file, or a symbol's documentation and source.")]
    internal Task<string> ReadAsync([Description("File or symbol (as for references)")] string target, int? firstLine = null, int? lastLine = null, int maxTokens = TokenBudget.Default, CancellationToken cancellationToken = default) =>
        AnswerAsync(maxTokens, async session =>
        {
            TokenBudget.Check(maxTokens);
            var snapshot = session.Workspace.Current;
            var result = await ReadQuery.FindAsync(snapshot, target, firstLine, lastLine, cancellationToken).ConfigureAwait(false);
            foreach (var part in result.Parts)
            {
                session.Seen.Saw(part.Path, part.Text);
            }

            return ReadQuery.Answer(snapshot, result, maxTokens);
        }, cancellationToken);

    [Tool("references")]
    [Description("Who uses, calls, implements, overrides or derives from a symbol; bound by the compiler.")]
    internal Task<string> ReferencesAsync([Description(Symbol)] string symbol, ReferenceKind kind = ReferenceKind.References, [Description(Target)] string? target = null, [Description(Skip)] int skip = 0, int maxTokens = TokenBudget.Default, CancellationToken cancellationToken = default) =>
        AnswerAsync(maxTokens, async session => await ReferencesQuery.AnswerAsync(await session.LoadedAsync(cancellationToken).ConfigureAwait(false), symbol, kind, target, skip, maxTokens, cancellationToken).ConfigureAwait(false), cancellationToken);

    [Tool("diagnostics")]
    [Description("Errors and warnings of the compiler.")]
    internal Task<string> DiagnosticsAsync(
        [Description("File, folder, project, or 'changed' for files changed in this session; all if omitted")] string? target = null,
        [Description("Least severity: error, warning, info or hidden")] string severity = "warning",
        [Description("Run the analyzers too; slower")] bool analyzers = false,
        [Description(Skip)] int skip = 0,
        int maxTokens = TokenBudget.Default,
        CancellationToken cancellationToken = default) =>
        AnswerAsync(maxTokens, async session =>
        {
            var snapshot = await session.LoadedAsync(cancellationToken).ConfigureAwait(false);
            var scope = target == "changed" ? new DiagnosticScope(null, session.Changes.ChangedFiles, severity, analyzers) : new DiagnosticScope(target, null, severity, analyzers);
            return await DiagnosticsQuery.AnswerAsync(snapshot, scope, skip, maxTokens, cancellationToken).ConfigureAwait(false);
        }, cancellationToken);

    private Task<string> AnswerAsync(int maxTokens, Func<CodeSession, Task<string>> answer, CancellationToken cancellationToken) =>
        ToolAnswer.OfAsync(maxTokens, async () => await answer(await opening.WaitAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false));
}
