using System.ComponentModel;
using Websopy.SemanticKernel.CodeIntelligence.Answers;
using Websopy.SemanticKernel.CodeIntelligence.Approval;

namespace Websopy.SemanticKernel.CodeIntelligence.Tools;

/// <summary>The tools that run code: the solution's tests, and scripts in a sandbox.</summary>
[ToolSet]
internal sealed class RunningTools(Task<CodeSession> opening, Approver approver)
{
    [Tool("run_tests")]
    [Description("Builds and runs tests: those that can reach what was changed in this session, or all.")]
    internal Task<string> RunTestsAsync(
        [Description("All of them")] bool all = false,
        [Description("A test project; all if omitted")] string? project = null,
        int maxTokens = TokenBudget.Default,
        CancellationToken cancellationToken = default) => ToolAnswer.OfAsync(maxTokens, async () =>
    {
        TokenBudget.Check(maxTokens);
        var session = await opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        var snapshot = await session.LoadedAsync(cancellationToken).ConfigureAwait(false);
        var selection = await TestChoice.OfAsync(snapshot, all ? [] : session.Changes.ChangedFiles, project, cancellationToken).ConfigureAwait(false);
        await approver.RequireAsync(ActionKind.Run, () => new("run_tests", $"Run {TestChoice.Describe(selection)}", TestChoice.Details(selection, snapshot.Folder), []), cancellationToken).ConfigureAwait(false);
        var run = await session.Tests.RunAsync(selection, snapshot.Folder.Root, cancellationToken).ConfigureAwait(false);
        return RunAnswer.Fit($"Ran {TestChoice.Describe(selection)}.\n{run.ToText(session.TestOptions)}", maxTokens);
    });

    [Tool("run_script")]
    [Description("Runs C# top-level statements in a sandbox without network or files, and returns what they print.")]
    internal Task<string> RunScriptAsync(string code, int maxTokens = TokenBudget.Default, CancellationToken cancellationToken = default) => ToolAnswer.OfAsync(maxTokens, async () =>
    {
        TokenBudget.Check(maxTokens);
        var session = await opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        await approver.RequireAsync(ActionKind.Run, () => new("run_script", "Run a script in the sandbox", code, []), cancellationToken).ConfigureAwait(false);
        var result = await session.Scripts.RunAsync(code, cancellationToken).ConfigureAwait(false);
        return RunAnswer.Fit(result.ToText(session.ScriptOptions), maxTokens);
    });
}
