using System.Security.Cryptography;
using System.Text;
using Websopy.SemanticKernel.CodeIntelligence.Changes;
using Websopy.SemanticKernel.CodeIntelligence.Files;
using Websopy.SemanticKernel.CodeIntelligence.Scripts;
using Websopy.SemanticKernel.CodeIntelligence.Testing;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.CodeIntelligence.Tools;

/// <summary>All that the tools over one open solution share.</summary>
internal sealed class CodeSession : IAsyncDisposable
{
    private CodeSession(CodeWorkspace workspace, ChangeJournal journal, ScriptOptions scriptOptions, TimeProvider time)
    {
        (Workspace, ScriptOptions, Scripts) = (workspace, scriptOptions, new ScriptHost(scriptOptions, time));
        Changes = new CodeChanges(workspace, journal, Seen);
        Tests = new TestRunner(TestOptions, time);
    }

    public CodeWorkspace Workspace { get; }

    public SeenFiles Seen { get; } = new();

    public CodeChanges Changes { get; }

    public ScriptOptions ScriptOptions { get; }

    public ScriptHost Scripts { get; }

    public TestOptions TestOptions { get; } = new();

    public TestRunner Tests { get; }

    public static async Task<CodeSession> OpenAsync(SolutionLocation location, CSharpCodeOptions options, CancellationToken cancellationToken)
    {
        var state = options.StateFolder ?? DefaultStateFolder(location);
        var journal = await ChangeJournal.OpenAsync(new SolutionFolder(location.Folder), Path.Combine(state, "journal"), options.TimeProvider, cancellationToken).ConfigureAwait(false);
        var workspace = await CodeWorkspace.OpenAsync(location.Key, Path.Combine(state, "projects"), options.TimeProvider, cancellationToken).ConfigureAwait(false);
        return new(workspace, journal, new ScriptOptions { AllowUnsandboxed = options.AllowUnsandboxedScripts }, options.TimeProvider);
    }

    /// <summary>What is known, with the projects: waits until they are loaded.</summary>
    public Task<CodeSnapshot> LoadedAsync(CancellationToken cancellationToken) => Workspace.WhenLoadedAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Workspace.DisposeAsync().ConfigureAwait(false);
        await Scripts.DisposeAsync().ConfigureAwait(false);
        Changes.Dispose();
    }

    // One folder for each solution, so that two of the same name do not share a journal.
    private static string DefaultStateFolder(SolutionLocation location)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(location.Key)))[..16];
        return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
            "Websopy.SemanticKernel", "code", $"{Path.GetFileNameWithoutExtension(location.Key)}-{hash}");
    }
}
