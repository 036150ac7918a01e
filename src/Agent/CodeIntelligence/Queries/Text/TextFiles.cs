using Microsoft.CodeAnalysis.Text;
using Websopy.SemanticKernel.CodeIntelligence.Files;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries.Text;

/// <summary>Reads files as text: C# files as the snapshot has them, all others from disk.</summary>
internal static class TextFiles
{
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
        try
        {
            return SourceText.From(bytes, bytes.Length, throwIfBinaryDetected: true);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
