using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>Remembers why an analyzer file did not load: it says so once, to whoever happens to ask first.</summary>
internal static class AnalyzerFailures
{
    private static readonly ConditionalWeakTable<AnalyzerReference, ConcurrentQueue<AnalyzerLoadFailureEventArgs>> Failures = [];

    public static void Follow(AnalyzerFileReference reference)
    {
        var failures = Failures.GetOrCreateValue(reference);
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
        Failures.TryGetValue(reference, out var failures) ? failures : [];
}
