using Microsoft.CodeAnalysis.Text;
using Websopy.SemanticKernel.CodeIntelligence.Files;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries.Text;

/// <summary>Reads files as text: C# files as the snapshot has them, all others from disk.</summary>
internal static class TextFiles
{
    private const int Inspected = 8_000;

    /// <summary>The text; null if the file is not one, as a picture is not.</summary>
    /// <exception cref="CodeException">It is outside, off limits, too large, or not there.</exception>
    public static async Task<SourceText?> ReadAsync(CodeSnapshot snapshot, string path, CancellationToken cancellationToken)
    {
        if (snapshot.Syntax.Trees.TryGetValue(path, out var tree))
        {
            return await tree.GetTextAsync(cancellationToken).ConfigureAwait(false);
        }

        var absolute = snapshot.Folder.Resolve(path, PathUse.Read);
        var bytes = await snapshot.Folder.ReadAllBytesAsync(absolute, cancellationToken).ConfigureAwait(false);
        return IsText(bytes) ? SourceText.From(bytes, bytes.Length) : null;
    }

    /// <summary>Whether there is no zero near the beginning, unless a mark says that characters are wider than bytes.</summary>
    private static bool IsText(ReadOnlySpan<byte> bytes) =>
        bytes is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] || !bytes[..Math.Min(bytes.Length, Inspected)].Contains((byte)0);
}
