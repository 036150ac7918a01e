using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.CodeIntelligence.Answers;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries.References;

/// <summary>Brings the uses of all flavours together: one place for each token of a file, whichever projects and frameworks have it.</summary>
internal static class ReferencePlaces
{
    private const int MaxText = 160;

    public static ImmutableArray<Reference> Of(CodeSnapshot snapshot, IEnumerable<Use> uses, CancellationToken cancellationToken)
    {
        Dictionary<SyntaxTree, string?> paths = [];
        List<(string Path, Use Use)> shown = [];
        foreach (var use in uses)
        {
            if (!paths.TryGetValue(use.Tree, out var path))
            {
                paths.Add(use.Tree, path = FilePaths.Shown(snapshot, use.Project, use.Tree));
            }

            if (path is not null)
            {
                shown.Add((path, use));
            }
        }

        return [.. shown.GroupBy(pair => (pair.Path, pair.Use.Token.SpanStart))
            .OrderBy(group => group.Key.Path, StringComparer.Ordinal).ThenBy(group => group.Key.SpanStart)
            .Select(group => Place(group.Key.Path, [.. group.Select(pair => pair.Use)], cancellationToken))];
    }

    private static Reference Place(string path, Use[] uses, CancellationToken cancellationToken)
    {
        var (token, tree) = (uses[0].Token, uses[0].Tree);
        var line = tree.GetText(cancellationToken).Lines.GetLineFromPosition(token.SpanStart);
        var member = PlaceLocator.Around(DeclarationReader.Read(tree, cancellationToken), token.SpanStart);
        return new(path, token.SpanStart, line.LineNumber + 1, AnswerText.Collapse(line.ToString(), MaxText),
            member is null ? "" : WithoutNamespaces(member), uses[0].IsCall, Frameworks.Only(uses[0].Project.Solution, tree, uses.Select(use => use.Project)));
    }

    /// <summary>The types around a member, and its name and parameters.</summary>
    private static string WithoutNamespaces(SourceDeclaration member)
    {
        var spaces = member.Container.Take(member.Container.Length - member.Depth).Sum(name => name.Length + 1);
        return spaces < member.Address.Length ? member.Address[spaces..] : member.Address;
    }
}
