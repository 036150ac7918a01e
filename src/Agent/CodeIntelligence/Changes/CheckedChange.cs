using System.Collections.Immutable;
using Websopy.SemanticKernel.CodeIntelligence.Checking;
using Websopy.SemanticKernel.CodeIntelligence.Files;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes;

/// <summary>What a check found of a change that compiles.</summary>
/// <param name="Scope">What was compiled.</param>
/// <param name="Remaining">Errors that were there before.</param>
internal sealed record CheckedChange(CheckScope Scope, ImmutableArray<CompileError> Remaining)
{
    /// <summary>Compiles what the change can reach.</summary>
    /// <exception cref="CodeException">It brings errors that were not there.</exception>
    public static async Task<CheckedChange> OfAsync(ProposedChange change, SolutionFolder folder, CancellationToken cancellationToken)
    {
        var result = await CompileCheck.RunAsync(change.Before, change.After, cancellationToken).ConfigureAwait(false);
        if (result.Errors.IsEmpty)
        {
            return new(result.Scope, []);
        }

        var before = await CompileCheck.RunBeforeAsync(change.Before, result.Scope, cancellationToken).ConfigureAwait(false);
        var introduced = IntroducedErrors.Of(before, result.Errors);
        return introduced.IsEmpty
            ? new(result.Scope, result.Errors)
            : throw new CodeException(CodeErrorKind.CompileErrors, ErrorReport.Of(introduced, change.After, folder));
    }
}
