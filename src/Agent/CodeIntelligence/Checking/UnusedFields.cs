using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.CodeIntelligence.Checking;

/// <summary>
/// That a field is never used or assigned, the compiler says only when it has seen a whole project. Where such a warning is an
/// error, this looks for a use of each kind of the fields that a change touches, and only where there is none the project is compiled.
/// </summary>
internal static class UnusedFields
{
    private static readonly string[] Ids = ["CS0067", "CS0169", "CS0414", "CS0649"];

    public static async Task WidenAsync(CheckScope scope, ChangeImpact impact, Solution solution, CancellationToken cancellationToken)
    {
        foreach (var id in scope.Projects.Except(scope.WholeProjects).ToList())
        {
            var project = solution.GetProject(id)!;
            if (project.CompilationOptions is { } options && FailsBuild(options)
                && await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is { } compilation
                && !AllUsed(compilation, scope.TreesOf(id), impact, cancellationToken))
            {
                scope.WholeProjects.Add(id);
            }
        }
    }

    private static bool FailsBuild(CompilationOptions options) => options.GeneralDiagnosticOption == ReportDiagnostic.Error
        || options.SyntaxTreeOptionsProvider is not null
        || Ids.Any(id => options.SpecificDiagnosticOptions.GetValueOrDefault(id) == ReportDiagnostic.Error);

    private static bool AllUsed(Compilation compilation, IReadOnlyCollection<SyntaxTree> changed, ChangeImpact impact, CancellationToken cancellationToken)
    {
        // A private field belongs to a type of the changed files or to a part of it; others may be anywhere.
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var declaration in FileFacts.Of(tree, cancellationToken).Declarations)
            {
                if (declaration.Traits.HasFlag(DeclarationTraits.MayBeUnused) && impact.Words.Contains(declaration.Name)
                    && (!declaration.Traits.HasFlag(DeclarationTraits.Private) || declaration.ContainerTypes.Any(type => impact.Types.Contains(type) || impact.Parts.Contains(type)))
                    && !FieldUse.IsReadAndWritten(compilation, tree, declaration, cancellationToken))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
