using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes;

/// <summary>Remembers which version of a file was shown, so that an edit made from an older one is refused.</summary>
internal sealed class SeenFiles
{
    /// <summary>Beyond this it forgets all: a forgotten file is only not protected, and its edits are still anchored.</summary>
    private const int MaxFiles = 10_000;

    private readonly ConcurrentDictionary<string, ImmutableArray<byte>> _versions = new(StringComparer.Ordinal);

    public void Saw(string path, SourceText text)
    {
        if (_versions.Count >= MaxFiles)
        {
            _versions.Clear();
        }

        _versions[path] = text.GetContentHash();
    }

    public void Forget(string path) => _versions.TryRemove(path, out _);

    /// <exception cref="CodeException">Somebody changed a file after it was shown.</exception>
    public void RequireUnchanged(IEnumerable<PlannedFile> files)
    {
        foreach (var file in files)
        {
            if (_versions.TryGetValue(file.Path, out var seen) && (file.Before is null || !file.Before.GetContentHash().SequenceEqual(seen)))
            {
                _versions.TryRemove(file.Path, out _);
                throw new CodeException(CodeErrorKind.StaleFile, $"{file.Path} was changed by somebody else since you read it; nothing was written. Read it again.");
            }
        }
    }
}
