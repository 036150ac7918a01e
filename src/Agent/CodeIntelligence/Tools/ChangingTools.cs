using System.ComponentModel;
using Microsoft.CodeAnalysis.Text;
using Websopy.SemanticKernel.CodeIntelligence.Answers;
using Websopy.SemanticKernel.CodeIntelligence.Approval;
using Websopy.SemanticKernel.CodeIntelligence.Changes;
using Websopy.SemanticKernel.CodeIntelligence.Changes.Refactoring;
using Websopy.SemanticKernel.CodeIntelligence.Changes.Text;
using Websopy.SemanticKernel.CodeIntelligence.Files;
using Websopy.SemanticKernel.CodeIntelligence.Queries;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.CodeIntelligence.Tools;

/// <summary>The tools that change files: each call is one transaction that compiles, or writes nothing.</summary>
[ToolSet]
internal sealed class ChangingTools(Task<CodeSession> opening, Approver approver)
{
    [Tool("edit")]
    [Description("Makes all edits or none: applied in order, compiled, written only without new errors.")]
    internal Task<string> EditAsync([Description("What it is for, in one line")] string title, EditStep[] edits, int maxTokens = TokenBudget.Default, CancellationToken cancellationToken = default) =>
        ChangeAsync("edit", maxTokens, (snapshot, _) =>
        {
            var folder = snapshot.Folder;
            var planned = EditPlanner.Apply([.. edits.Select(edit => edit.ToEdit(path => folder.Display(folder.Resolve(path, PathUse.Write))))], path => Read(folder, path));
            return Task.FromResult(new ProposedChange(title, planned, snapshot.RequireSolution(), SolutionFork.Apply(snapshot.RequireSolution(), folder, planned)));
        }, cancellationToken);

    [Tool("rename")]
    [Description("Renames a symbol and every reference to it.")]
    internal Task<string> RenameAsync([Description("As for references")] string symbol, string newName, int maxTokens = TokenBudget.Default, CancellationToken cancellationToken = default) =>
        ChangeAsync("rename", maxTokens, async (snapshot, cancel) =>
        {
            var located = await SymbolLocator.FindAsync(snapshot, symbol, cancel).ConfigureAwait(false);
            var after = await Rename.RunAsync(snapshot.RequireSolution(), located.Symbol, newName, cancel).ConfigureAwait(false);
            return await ProposeAsync($"Rename {located.Symbol.Name} to {newName}", snapshot, after, cancel).ConfigureAwait(false);
        }, cancellationToken);

    [Tool("fix")]
    [Description("Applies a code fix or refactoring; without id lists what there is at a place.")]
    internal Task<string> FixAsync(
        [Description("Diagnostic id or refactoring title")] string? id = null,
        [Description("file:line[:column], file or project; all if omitted")] string? target = null,
        [Description("Last line of the selected code")] int? lastLine = null,
        [Description("Which way, if there are several")] string? choice = null,
        int maxTokens = TokenBudget.Default,
        CancellationToken cancellationToken = default) =>
        id is null ? ToolAnswer.OfAsync(maxTokens, async () =>
        {
            TokenBudget.Check(maxTokens);
            var session = await opening.WaitAsync(cancellationToken).ConfigureAwait(false);
            return await FixTarget.ListAsync(await session.LoadedAsync(cancellationToken).ConfigureAwait(false), target, lastLine, maxTokens, cancellationToken).ConfigureAwait(false);
        })
        : ChangeAsync("fix", maxTokens, async (snapshot, cancel) =>
        {
            var scope = await FixTarget.ScopeAsync(snapshot, target, lastLine, cancel).ConfigureAwait(false);
            var result = await CodeFixes.ApplyAsync(snapshot.RequireSolution(), id, scope, choice, cancel).ConfigureAwait(false);
            var left = result.Left == 0 ? "" : $", {result.Left} left";
            return await ProposeAsync($"Apply {AnswerText.Line(id, 100)} ({result.Fixed} fixed{left})", snapshot, result.Solution, cancel).ConfigureAwait(false);
        }, cancellationToken);

    [Tool("format")]
    [Description("Formats C# files as .editorconfig has it.")]
    internal Task<string> FormatAsync([Description("File, folder or project; the files changed in this session if omitted")] string? target = null, int maxTokens = TokenBudget.Default, CancellationToken cancellationToken = default) =>
        ChangeAsync("format", maxTokens, async (snapshot, cancel) =>
        {
            var session = await opening.ConfigureAwait(false);
            var paths = target is null ? session.Changes.ChangedFiles : [.. SourceFiles.In(snapshot, target).Select(file => file.Path)];
            var solution = snapshot.RequireSolution();
            var documents = paths.SelectMany(path => Flavours.All(solution, SourceFiles.Absolute(snapshot, path))).Select(document => document.Id);
            var after = await Formatting.RunAsync(solution, documents, cancel).ConfigureAwait(false);
            return await ProposeAsync($"Format {target ?? "what was changed"}", snapshot, after, cancel).ConfigureAwait(false);
        }, cancellationToken);

    [Tool("undo")]
    [Description("Takes the last change back.")]
    internal Task<string> UndoAsync(CancellationToken cancellationToken = default) => ToolAnswer.OfAsync(TokenBudget.Default, async () =>
    {
        var session = await opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        var undone = await session.Changes.UndoAsync(approver, cancellationToken).ConfigureAwait(false);
        return $"Taken back: {AnswerText.Line(undone.Title)}. {string.Join(", ", undone.Paths)}";
    });

    private Task<string> ChangeAsync(string tool, int maxTokens, Func<CodeSnapshot, CancellationToken, Task<ProposedChange>> propose, CancellationToken cancellationToken) => ToolAnswer.OfAsync(maxTokens, async () =>
    {
        TokenBudget.Check(maxTokens);
        var session = await opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        return CommitAnswer.Of(await session.Changes.RunAsync(tool, approver, propose, cancellationToken).ConfigureAwait(false), maxTokens);
    });

    private static async Task<ProposedChange> ProposeAsync(string title, CodeSnapshot snapshot, Microsoft.CodeAnalysis.Solution after, CancellationToken cancellationToken)
    {
        var files = await SolutionFork.FilesAsync(snapshot.RequireSolution(), after, snapshot.Folder, cancellationToken).ConfigureAwait(false);

        // By path once more, so that all flavours of a file are the same whatever a refactoring saw of them.
        return new(title, files, snapshot.RequireSolution(), SolutionFork.Apply(snapshot.RequireSolution(), snapshot.Folder, files));
    }

    private static SourceText? Read(SolutionFolder folder, string path) =>
        folder.ReadIfExists(folder.Resolve(path, PathUse.Read)) is { } bytes ? SourceBytes.Decode(bytes) : null;
}
