using System.Text;
using Websopy.SemanticKernel.CodeIntelligence;
using Websopy.SemanticKernel.CodeIntelligence.Files;

namespace Websopy.SemanticKernel.Agent.Tests.Files;

/// <summary>A folder to change files in, one beside it that is outside, and one for the journal.</summary>
internal sealed class TemporarySolution : IDisposable
{
    private readonly string _top = Directory.CreateTempSubdirectory("websopy-files-").FullName;

    public TemporarySolution()
    {
        Directory.CreateDirectory(Path.Join(_top, "solution"));
        Directory.CreateDirectory(Outside);
        Folder = new(Path.Join(_top, "solution"));
    }

    public SolutionFolder Folder { get; }

    public string Outside => Path.Join(_top, "outside");

    public string State => Path.Join(_top, "state");

    public string this[string path] => Path.Join(Folder.Root, path);

    public void Dispose() => Directory.Delete(_top, recursive: true);

    public string Write(string path, string text)
    {
        var absolute = Path.GetFullPath(Path.Join(Folder.Root, path));
        Directory.CreateDirectory(Path.GetDirectoryName(absolute)!);
        File.WriteAllText(absolute, text);
        return absolute;
    }

    /// <summary>The text of a file; null if it does not exist.</summary>
    public string? Text(string path) => File.Exists(this[path]) ? File.ReadAllText(this[path]) : null;

    /// <summary>Every file and folder, hidden ones included, relative.</summary>
    public string[] Everything() =>
        [.. Directory.EnumerateFileSystemEntries(Folder.Root, "*", SearchOption.AllDirectories).Select(Folder.Display).Order(StringComparer.Ordinal)];

    public FileChange Change(string path, string? before, string? after) => new(this[path], Bytes(before), Bytes(after));

    public Task<ChangeJournal> OpenAsync(Action<CommitStep>? onStep = null) =>
        ChangeJournal.OpenAsync(Folder, State, TimeProvider.System, onStep, TestContext.Current.CancellationToken);

    public string[] Records() => [.. Directory.GetFiles(State).Select(path => Path.GetFileName(path)).Where(name => name != "lock").Order(StringComparer.Ordinal)];

    public static byte[]? Bytes(string? text) => text is null ? null : Encoding.UTF8.GetBytes(text);

    public static async Task<CodeException> RefusedAsync(CodeErrorKind kind, Func<Task> action)
    {
        var e = await Assert.ThrowsAsync<CodeException>(action);
        Assert.Equal(kind, e.Kind);
        return e;
    }

    public static CodeException Refused(CodeErrorKind kind, Action action)
    {
        var e = Assert.Throws<CodeException>(action);
        Assert.Equal(kind, e.Kind);
        return e;
    }
}
