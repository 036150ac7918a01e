using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Websopy.SemanticKernel.CodeIntelligence.Files;

namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>Parses C# files without knowing their projects.</summary>
internal static class SyntaxIndexBuilder
{
    /// <summary>A larger file is data, not code.</summary>
    public const int MaxFileBytes = 4 * 1024 * 1024;

    public const int MaxFiles = 100_000;

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, DocumentationMode.Parse);

    /// <summary>Parses files on all processors.</summary>
    public static async Task<SyntaxIndex> BuildAsync(SolutionFolder folder, IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        ConcurrentDictionary<string, SyntaxTree> trees = new(StringComparer.Ordinal);
        var leftOut = 0;
        var chosen = paths.Where(IsSource).Order(StringComparer.Ordinal).ToList();
        await Parallel.ForEachAsync(chosen.Take(MaxFiles), cancellationToken, (path, cancel) =>
        {
            if (TryRead(path, out _) is { } text)
            {
                trees[folder.Display(path)] = Parse(path, text, cancel);
            }
            else
            {
                Interlocked.Increment(ref leftOut);
            }

            return ValueTask.CompletedTask;
        }).ConfigureAwait(false);
        return new SyntaxIndex(trees.ToImmutableDictionary(StringComparer.Ordinal)) { LeftOut = leftOut + Math.Max(0, chosen.Count - MaxFiles) };
    }

    public static bool IsSource(string path) => Path.GetExtension(path.AsSpan()).Equals(".cs", StringComparison.OrdinalIgnoreCase);

    public static SyntaxTree Parse(string path, SourceText text, CancellationToken cancellationToken) =>
        CSharpSyntaxTree.ParseText(text, Options, path, cancellationToken);

    /// <summary>The text of a file, or null if it is too large, binary or gone, or in use at this moment.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isBusy">Whether another attempt may succeed.</param>
    public static SourceText? TryRead(string path, out bool isBusy)
    {
        isBusy = false;
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return stream.Length > MaxFileBytes ? null : SourceText.From(stream, checksumAlgorithm: SourceHashAlgorithm.Sha256, throwIfBinaryDetected: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // The index says how many files it lacks, and a busy file is looked at again.
            isBusy = exception is IOException and not (FileNotFoundException or DirectoryNotFoundException);
            return null;
        }
    }
}
