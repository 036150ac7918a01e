using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Websopy.SemanticKernel.CodeIntelligence.Approval;
using Websopy.SemanticKernel.CodeIntelligence.Tools;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.CodeIntelligence;

/// <summary>
/// A C# solution that models can ask about and change, through at most 14 tools. It answers from syntax as soon as it is open,
/// loads the projects behind, follows the files on disk, and writes a change only if it compiles and is allowed.
/// </summary>
public sealed class CSharpCode : IAsyncDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly CSharpCodeOptions _options;
    private readonly Task<CodeSession> _session;
    private int _disposed;

    private CSharpCode(string path, CSharpCodeOptions options)
    {
        _options = options;
        var location = SolutionLocation.Find(path, CancellationToken.None);
        _session = Task.Run(() => CodeSession.OpenAsync(location, options, _closing.Token));
    }

    /// <summary>Opens a solution; returns when its syntax is known, while its projects are still loading.</summary>
    /// <param name="path">A .sln, .slnx or .csproj file, or a folder that holds one. Its folder is what the tools read and write, and nothing outside.</param>
    /// <param name="options">How to open it; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <returns>The open solution. Dispose it to stop following the files.</returns>
    /// <exception cref="CodeException">There is no solution at the path, or several.</exception>
    /// <exception cref="OperationCanceledException">The opening was stopped.</exception>
    public static async Task<CSharpCode> OpenAsync(string path, CSharpCodeOptions? options = null, CancellationToken cancellationToken = default)
    {
        var code = Begin(path, options);
        try
        {
            await code._session.WaitAsync(cancellationToken).ConfigureAwait(false);
            return code;
        }
        catch
        {
            await code.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Waits until the projects are loaded, so that every tool answers at once.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>What makes answers incomplete or untrue, in words; nothing if all is well.</returns>
    /// <exception cref="CodeException">The solution could not be opened.</exception>
    public async Task<IReadOnlyList<string>> WhenLoadedAsync(CancellationToken cancellationToken = default)
    {
        var session = await _session.WaitAsync(cancellationToken).ConfigureAwait(false);
        var snapshot = await session.Workspace.WhenLoadedAsync(cancellationToken).ConfigureAwait(false);
        return [.. snapshot.Health.Select(note => note.Project is null ? note.Message : $"{note.Project}: {note.Message}")];
    }

    /// <summary>The tools as functions for an <see cref="IChatClient"/>.</summary>
    /// <returns>New functions over this solution; those that change or run something only unless it is open for reading only.</returns>
    public IReadOnlyList<AIFunction> AsAIFunctions()
    {
        List<AIFunction> functions = [.. new ReadingTools(_session).AsAIFunctions()];
        if (_options.Approval == CodeApprovalPolicy.ReadOnly)
        {
            return functions;
        }

        var (changing, running) = (IsAskedByCaller(ActionKind.Change), IsAskedByCaller(ActionKind.Run));
        functions.AddRange(new ChangingTools(_session, ApproverOf(changing)).AsAIFunctions().Select(function => changing ? new ApprovalRequiredAIFunction(function) : function));
        functions.AddRange(new RunningTools(_session, ApproverOf(running)).AsAIFunctions().Select(function => running ? new ApprovalRequiredAIFunction(function) : function));
        return functions;
    }

    /// <summary>The tools as a plugin for a <see cref="Kernel"/>.</summary>
    /// <param name="pluginName">The plugin's name. Default: <c>code</c>.</param>
    /// <returns>A new plugin over this solution. Without <see cref="CSharpCodeOptions.ApprovalHandler"/> it refuses what needs approval.</returns>
    public KernelPlugin AsKernelPlugin(string pluginName = "code")
    {
        List<KernelFunction> functions = [.. new ReadingTools(_session).AsKernelPlugin(pluginName)];
        if (_options.Approval != CodeApprovalPolicy.ReadOnly)
        {
            var approver = ApproverOf(askedByCaller: false);
            functions.AddRange(new ChangingTools(_session, approver).AsKernelPlugin(pluginName));
            functions.AddRange(new RunningTools(_session, approver).AsKernelPlugin(pluginName));
        }

        return KernelPluginFactory.CreateFromFunctions(pluginName, "Answers questions about a C# solution and changes it.", functions);
    }

    /// <summary>Stops following the files and ends what still runs. What was written stays.</summary>
    /// <returns>Completes when nothing runs any more.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _closing.CancelAsync().ConfigureAwait(false);
        await ((Task)_session).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_session.IsCompletedSuccessfully)
        {
            await (await _session.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }

        _closing.Dispose();
    }

    /// <summary>Begins to open a solution; its tools wait for it.</summary>
    /// <exception cref="CodeException">There is no solution at the path, or several.</exception>
    internal static CSharpCode Begin(string path, CSharpCodeOptions? options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new(path, options ?? new());
    }

    // Without a handler, whoever calls a function that needs approval asks for it.
    private bool IsAskedByCaller(ActionKind kind) => _options.ApprovalHandler is null && Approver.MustAsk(_options.Approval, kind);

    private Approver ApproverOf(bool askedByCaller) => askedByCaller ? Approver.ByCaller : new(_options.Approval, _options.ApprovalHandler);
}
