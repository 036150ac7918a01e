using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Websopy.SemanticKernel.CodeIntelligence.Testing;

/// <summary>
/// Finds the tests that can reach a change, by names: whatever mentions the name of something that is reached is reached itself. So
/// a call by way of an interface, an override or a delegate is followed without being resolved, and more is found than there is, not less.
/// </summary>
internal static class TestReach
{
    /// <summary>Selects tests.</summary>
    /// <param name="solution">The solution with the change.</param>
    /// <param name="before">The solution without it, to see which members differ; null to take changed files as changed in all their members.</param>
    /// <param name="changed">The files that differ, in either of the two.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static async Task<TestSelection> FindAsync(Solution solution, Solution? before, IReadOnlyCollection<DocumentId> changed, CancellationToken cancellationToken)
    {
        var projects = Dependents(solution, changed);
        Dictionary<ProjectId, List<CodeMember>> members = [];
        foreach (var project in projects)
            members[project] = await ReadAsync(solution.GetProject(project)!, cancellationToken).ConfigureAwait(false);
        var changes = await ChangedMembersAsync(solution, before, changed, cancellationToken).ConfigureAwait(false);
        var all = members.Values.SelectMany(list => list).ToList();
        var tests = TestClasses.Find(solution, members);
        if (changes is null)
            return Whole(tests, "a file changed outside its types (usings, attributes of the assembly, top-level statements), or is not C#");

        var reach = new Reach();
        reach.Spread(changes, all);
        var whole = members.Where(project => project.Value.Any(member => member.Name.Length == 0 && reach.Contains(member))).Select(project => solution.GetProject(project.Key)!.FilePath!).ToHashSet();
        return new TestSelection(
            [.. tests.Where(test => !whole.Contains(test.Method.Project) && test.Parts.Any(reach.Contains)).Select(test => test.Method).Distinct()],
            [.. tests.Select(test => test.Method.Project).Where(whole.Contains).Distinct()],
            whole.Count > 0 ? "something that concerns a whole project, such as a fixture of the assembly, reaches the change" : null);
    }

    private static TestSelection Whole(IReadOnlyList<TestClasses.Test> tests, string reason) =>
        new([], [.. tests.Select(test => test.Method.Project).Distinct()], reason);

    // The projects with a change, in every flavour, and all that reference one of them.
    private static HashSet<ProjectId> Dependents(Solution solution, IReadOnlyCollection<DocumentId> changed)
    {
        var graph = solution.GetProjectDependencyGraph();
        var files = changed.Select(document => solution.GetProject(document.ProjectId)?.FilePath).ToHashSet();
        var roots = solution.Projects.Where(project => files.Contains(project.FilePath)).Select(project => project.Id).ToList();
        return [.. roots, .. roots.SelectMany(graph.GetProjectsThatTransitivelyDependOnThisProject)];
    }

    private static async Task<List<CodeMember>> ReadAsync(Project project, CancellationToken cancellationToken)
    {
        List<CodeMember> members = [];
        if (project.Language != LanguageNames.CSharp)
            return members;
        foreach (var document in project.Documents.Concat(await project.GetSourceGeneratedDocumentsAsync(cancellationToken).ConfigureAwait(false)))
            members.AddRange(CodeMember.Read((await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!));
        return members;
    }

    // Null where the change is not one of members.
    private static async Task<List<CodeMember>?> ChangedMembersAsync(Solution solution, Solution? before, IReadOnlyCollection<DocumentId> changed, CancellationToken cancellationToken)
    {
        List<CodeMember> changes = [];
        foreach (var id in changed)
        {
            var now = await MembersAsync(solution, id, cancellationToken).ConfigureAwait(false);
            var then = before is null ? [] : await MembersAsync(before, id, cancellationToken).ConfigureAwait(false);
            if (now.Count + then.Count == 0)
                return null;
            var isNew = now.Count == 0 || then.Count == 0;
            // Equal texts: what was there before is no longer known, since it was read from the disk too late.
            if (isNew || Missing([now[0]], [then[0]]).Any() || now[0].Node.ToFullString() == then[0].Node.ToFullString())
            {
                if (now.Concat(then).Any(member => member.Name.Length == 0 && ConcernsWholeProject(member.Node)))
                    return null;
                // If it is there before and after, its usings give every name in it another meaning.
                changes.AddRange(now.Concat(then).Where(member => member.Name.Length > 0));
            }
            else
            {
                changes.AddRange(Missing(now, then).Concat(Missing(then, now)));
            }
        }

        return changes;
    }

    private static bool ConcernsWholeProject(SyntaxNode root) =>
        root is not CompilationUnitSyntax unit || unit.AttributeLists.Count > 0 || unit.Usings.Any(directive => directive.GlobalKeyword != default) || unit.Members.Any(member => member is GlobalStatementSyntax);

    private static async Task<IReadOnlyList<CodeMember>> MembersAsync(Solution solution, DocumentId id, CancellationToken cancellationToken)
    {
        if (solution.GetDocument(id) is { } document && await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root)
            return CodeMember.Read(root);
        return [];
    }

    private static IEnumerable<CodeMember> Missing(IReadOnlyList<CodeMember> from, IReadOnlyList<CodeMember> others)
    {
        var known = others.Select(Key).ToHashSet();
        return from.Where(member => !known.Contains(Key(member)));

        static (string, string, string) Key(CodeMember member) => (string.Join('.', member.Types), member.Name, member.Text);
    }
}

/// <summary>The names that a change spreads over.</summary>
internal sealed class Reach
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public bool Contains(CodeMember member) => member.Words.Overlaps(_names);

    public void Spread(IEnumerable<CodeMember> changes, IReadOnlyCollection<CodeMember> members)
    {
        foreach (var change in changes)
            Add(change);
        var open = members.ToList();
        int before;
        do
        {
            before = _names.Count;
            open.RemoveAll(member =>
            {
                if (!Contains(member))
                    return false;
                Add(member);
                return true;
            });
        }
        while (_names.Count > before);
    }

    private void Add(CodeMember member)
    {
        // A file's own part names nothing; it is asked for by itself.
        if (member.Name.Length == 0)
            return;
        _names.Add(member.Name);
        if (member is { RunsUnnamed: true, Types: [.., var type] })
            _names.Add(type);
    }
}
