using System.Globalization;
using System.Text;
using Websopy.SemanticKernel.CodeIntelligence.Files;

namespace Websopy.SemanticKernel.CommitProgram;

/// <summary>
/// Files whose bytes follow from a version, so that one that is not whole, or not of the version of the others, can be told.
/// Some exist in even versions only, one of them in a folder of its own.
/// </summary>
internal sealed class VersionedFiles(SolutionFolder folder)
{
    private static readonly string[] Always = ["a.cs", "src/b.cs", "src/deep/c.cs", "large.cs"];
    private static readonly string[] InEvenVersions = ["even.cs", "more/even.cs"];

    public SolutionFolder Folder { get; } = folder;

    /// <summary>Writes the first version.</summary>
    public void Create()
    {
        foreach (var path in Always)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Absolute(path))!);
            File.WriteAllBytes(Absolute(path), Content(1, path)!);
        }
    }

    /// <summary>What takes all files from a version to the next.</summary>
    public IReadOnlyList<FileChange> From(int version) =>
        [.. Always.Concat(InEvenVersions).Select(path => new FileChange(Absolute(path), Content(version, path), Content(version + 1, path)))];

    /// <summary>The version of all files.</summary>
    /// <exception cref="InvalidDataException">They are not all whole and of one version.</exception>
    public int CommonVersion()
    {
        var version = VersionOf(Always[0])!.Value;
        foreach (var path in Always.Concat(InEvenVersions))
        {
            var current = Folder.ReadIfExists(Absolute(path));
            var expected = Content(version, path);
            if (current is null != expected is null || (current is not null && !current.AsSpan().SequenceEqual(expected)))
                throw new InvalidDataException($"{path} is not of version {version}, as {Always[0]} is.");
        }
        return version;
    }

    /// <summary>The version of each file that exists.</summary>
    /// <exception cref="InvalidDataException">One is not whole.</exception>
    public IReadOnlyList<int> WholeVersions() =>
        [.. Always.Select(path => VersionOf(path) ?? throw new InvalidDataException($"{path} is gone.")),
            .. InEvenVersions.Select(VersionOf).OfType<int>()];

    private int? VersionOf(string path)
    {
        if (Folder.ReadIfExists(Absolute(path)) is not { } bytes) return null;
        var text = Encoding.UTF8.GetString(bytes);
        if (!int.TryParse(text.Split(' ')[0], CultureInfo.InvariantCulture, out var version) || !bytes.AsSpan().SequenceEqual(Content(version, path)))
            throw new InvalidDataException($"{path} is not whole: {bytes.Length} bytes.");
        return version;
    }

    private static byte[]? Content(int version, string path)
    {
        if (InEvenVersions.Contains(path) && version % 2 != 0) return null;
        var lines = (path == "large.cs" ? 20_000 : 10) + version % 7;
        return Encoding.UTF8.GetBytes(new StringBuilder().Insert(0, string.Create(CultureInfo.InvariantCulture, $"{version} {path}\n"), lines).ToString());
    }

    private string Absolute(string path) => Path.Join(Folder.Root, path);
}
