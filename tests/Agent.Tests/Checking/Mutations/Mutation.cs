using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Websopy.SemanticKernel.Agent.Tests.Checking.Mutations;

/// <summary>One change of a solution, made at random but again the same from the same seed.</summary>
internal sealed record Mutation(string Kind, int Seed, string Path, string What, Solution After);

/// <summary>Makes random changes of every kind that can alter what compiles.</summary>
internal sealed class MutationSource(Solution solution, string root)
{
    private readonly DocumentId[] _documents = [.. solution.Projects.SelectMany(project => project.Documents)
        .Where(document => document.FilePath is { } path && !path.Contains("/obj/", StringComparison.Ordinal) && path.StartsWith(root, StringComparison.Ordinal))
        .DistinctBy(document => document.FilePath).Select(document => document.Id)];

    public static IReadOnlyList<string> Kinds { get; } = [.. CodeMutators.All.Keys, .. FileMutators.All.Keys];

    /// <summary>The change of this seed; the kinds take turns. Null if the file it hit upon has nothing of the kind.</summary>
    public async Task<Mutation?> MakeAsync(int seed, CancellationToken cancellationToken)
    {
        var kind = Kinds[seed % Kinds.Count];
        var random = new Random(seed);
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var document = solution.GetDocument(_documents[random.Next(_documents.Length)])!;
            if (FileMutators.All.TryGetValue(kind, out var file))
            {
                var after = await file(document, random, cancellationToken);
                return new(kind, seed, document.FilePath!, "", after);
            }

            var text = await document.GetTextAsync(cancellationToken);
            var change = CodeMutators.All[kind](new MutationSite(await document.GetSyntaxRootAsync(cancellationToken) ?? throw new InvalidOperationException(), random));
            if (change is { } found && text.ToString(found.Span) != found.NewText)
            {
                return new(kind, seed, document.FilePath!, $"'{text.ToString(found.Span)}' -> '{found.NewText}'", Replace(document, text.WithChanges(found)));
            }
        }

        return null;
    }

    /// <summary>Replaces the text in every project that the file belongs to.</summary>
    public static Solution Replace(Document document, SourceText text) =>
        document.Project.Solution.GetDocumentIdsWithFilePath(document.FilePath!)
            .Aggregate(document.Project.Solution, (current, id) => current.WithDocumentText(id, text));
}
