using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>Remembers why an analyzer file did not load: it says so once, to whoever happens to ask first.</summary>
internal static class AnalyzerFailures
{
    private static readonly ConditionalWeakTable<AnalyzerReference, ConcurrentQueue<AnalyzerLoadFailureEventArgs>> _failures = [];

    public static void Follow(AnalyzerFileReference reference)
    {
        var failures = _failures.GetOrCreateValue(reference);
        reference.AnalyzerLoadFailed += (_, failure) =>
        {
            // A file without analyzers is the companion of another one.
            if (failure.ErrorCode is not (AnalyzerLoadFailureEventArgs.FailureErrorCode.None or AnalyzerLoadFailureEventArgs.FailureErrorCode.NoAnalyzers))
            {
                failures.Enqueue(failure);
            }
        };
    }

    public static IEnumerable<AnalyzerLoadFailureEventArgs> Of(AnalyzerReference reference) =>
        _failures.TryGetValue(reference, out var failures) ? failures : [];
}
