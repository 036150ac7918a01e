using Microsoft.CodeAnalysis.Text;
using Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

namespace Websopy.SemanticKernel.Agent.Tests.Changes.Text;

/// <summary>This repository's own C# files, as examples of real code.</summary>
internal static class SourceFiles
{
    public static IEnumerable<(string Path, SourceText Text)> All() =>
        Directory.EnumerateFiles(RepositoryFixture.Root, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Relative: Path.GetRelativePath(RepositoryFixture.Root, path).Replace('\\', '/'), path))
            .Where(file => !file.Relative.Split('/').Any(part => part is "obj" or "bin"))
            .OrderBy(file => file.Relative, StringComparer.Ordinal)
            .Select(file => (file.Relative, SourceBytes.Decode(File.ReadAllBytes(file.path))));
}
