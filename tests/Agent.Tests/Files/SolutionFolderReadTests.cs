using System.Diagnostics;
using Websopy.SemanticKernel.CodeIntelligence;
using Websopy.SemanticKernel.CodeIntelligence.Files;
using static Websopy.SemanticKernel.Agent.Tests.Files.TemporarySolution;

namespace Websopy.SemanticKernel.Agent.Tests.Files;

public sealed class SolutionFolderReadTests : IDisposable
{
    private readonly TemporarySolution _solution = new();

    private SolutionFolder Folder => _solution.Folder;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _solution.Dispose();

    [Fact]
    public async Task ReadAllBytesAsync_Empty_GivesNone() => Assert.Empty(await Folder.ReadAllBytesAsync(_solution.Write("a.cs", ""), Token));

    [Fact]
    public async Task ReadAllBytesAsync_LargestAllowed_GivesAll()
    {
        var path = _solution.Write("a.cs", new string('x', SolutionFolder.MaxFileBytes));
        Assert.Equal(SolutionFolder.MaxFileBytes, (await Folder.ReadAllBytesAsync(path, Token)).Length);
        Assert.Equal(SolutionFolder.MaxFileBytes, Folder.ReadIfExists(path)!.Length);
    }

    [Fact]
    public async Task ReadAllBytesAsync_OneByteTooMany_IsRefused()
    {
        var path = _solution.Write("a.cs", new string('x', SolutionFolder.MaxFileBytes + 1));
        await RefusedAsync(CodeErrorKind.LimitExceeded, () => Folder.ReadAllBytesAsync(path, Token));
        Refused(CodeErrorKind.LimitExceeded, () => Folder.ReadIfExists(path));
    }

    [Fact]
    public void ReadIfExists_NoSuchFile_GivesNull()
    {
        _solution.Write("file", "x");
        Assert.Null(Folder.ReadIfExists(_solution["a.cs"]));
        Assert.Null(Folder.ReadIfExists(_solution["no/such/a.cs"]));
        Assert.Null(Folder.ReadIfExists(_solution["file/a.cs"]));
    }

    [Fact]
    public void OpenRead_NoSuchFile_SaysSoWithoutAbsolutePath()
    {
        var e = Refused(CodeErrorKind.NotFound, () => Folder.OpenRead(_solution["src/a.cs"]));
        Assert.Equal("'src/a.cs' does not exist.", e.Message);
    }

    [Fact]
    public void OpenRead_Folder_IsRefused()
    {
        Directory.CreateDirectory(_solution["src"]);
        Refused(CodeErrorKind.InvalidArgument, () => Folder.OpenRead(_solution["src"]));
        Refused(CodeErrorKind.InvalidArgument, () => Folder.ReadIfExists(_solution["src"]));
    }

    [Fact]
    public void OpenRead_OffLimits_IsRefused() =>
        Refused(CodeErrorKind.PathRefused, () => Folder.OpenRead(_solution.Write(".git/config", "x")));

    [Fact]
    public async Task OpenRead_Pipe_NeitherBlocksNorReads()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere a pipe is not told from a file before it is opened.");
        using (var mkfifo = Process.Start("mkfifo", [_solution["pipe.cs"]]))
            await mkfifo.WaitForExitAsync(Token);
        var opening = Task.Run(() => Refused(CodeErrorKind.PathRefused, () => Folder.OpenRead(_solution["pipe.cs"])), Token);
        await opening.WaitAsync(TimeSpan.FromSeconds(10), Token);
    }

    [Fact]
    public void OpenRead_FileReplacedWhileOpen_GivesTheOldOneWhole()
    {
        var path = _solution.Write("a.cs", "old");
        using var stream = Folder.OpenRead(path);
        File.Move(_solution.Write("b.cs", "new"), path, overwrite: true);
        Assert.Equal(path, OpenedFile.RealPath(stream.SafeFileHandle, path));
        Assert.Equal("old", new StreamReader(stream).ReadToEnd());
    }

    [Fact]
    public async Task OpenRead_FolderSwappedForALinkAllTheTime_NeverReadsOutside()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells which file is open.");
        _solution.Write("src/a.cs", "inside");
        File.WriteAllText(Path.Join(_solution.Outside, "a.cs"), "outside");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var swapping = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                Directory.Move(_solution["src"], _solution["away"]);
                Directory.CreateSymbolicLink(_solution["src"], _solution.Outside);
                Directory.Delete(_solution["src"]);
                Directory.Move(_solution["away"], _solution["src"]);
            }
        }, Token);
        int inside = 0, refused = 0;
        for (var i = 0; i < 5000; i++)
        {
            try
            {
                if (Folder.ReadIfExists(_solution["src/a.cs"]) is not { } bytes) continue;
                Assert.Equal(Bytes("inside"), bytes);
                inside++;
            }
            catch (CodeException)
            {
                refused++;
            }
        }
        await stop.CancelAsync();
        await swapping;
        Assert.True(inside > 0 && refused > 0, $"{inside} read, {refused} refused");
    }
}
