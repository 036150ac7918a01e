namespace Websopy.SemanticKernel.CodeIntelligence.Checking;

/// <summary>Compares two versions of a file by what other files can see of it. Pure.</summary>
internal static class FileComparison
{
    public static ChangeImpact Compare(FileFacts before, FileFacts after)
    {
        var impact = new ChangeImpact { Everything = NeedsEverything(before, after) };
        if (impact.Everything is not null)
        {
            return impact;
        }

        CompareNamespaces(before, after, impact);
        if (before.Usings != after.Usings || before.NullableDirectives != after.NullableDirectives || HasSections(before, after))
        {
            // The same words may mean something else now: everything that is declared here counts as changed.
            AddAll(before.Declarations, impact);
            AddAll(after.Declarations, impact);
            return impact;
        }

        CompareDeclarations(before, after, impact);
        return impact;
    }

    private static string? NeedsEverything(FileFacts before, FileFacts after)
    {
        if (before.GlobalUsings != after.GlobalUsings)
        {
            return "global usings changed";
        }

        if (before.AssemblyAttributes != after.AssemblyAttributes)
        {
            return "attributes of the assembly changed";
        }

        return before.HasStatements != after.HasStatements ? "top-level statements came or went" : null;
    }

    private static void CompareNamespaces(FileFacts before, FileFacts after, ChangeImpact impact)
    {
        foreach (var part in before.Namespaces.Except(after.Namespaces).Concat(after.Namespaces.Except(before.Namespaces)).SelectMany(name => name.Split('.')))
        {
            impact.AddName(part);
        }
    }

    // Where nullability is switched more than once, a member that only moves may change its meaning.
    private static bool HasSections(FileFacts before, FileFacts after) =>
        (before.NullableDirectives.Contains(' ') && before.NullableDirectives.IndexOf('#', 1) > 0)
        || (after.NullableDirectives.Contains(' ') && after.NullableDirectives.IndexOf('#', 1) > 0);

    private static void CompareDeclarations(FileFacts before, FileFacts after, ChangeImpact impact)
    {
        var unmatched = after.Declarations.GroupBy(Key).ToDictionary(group => group.Key, group => new Queue<Declaration>(group));
        foreach (var old in before.Declarations)
        {
            if (!unmatched.TryGetValue(Key(old), out var same) || !same.TryDequeue(out var now))
            {
                DeclarationImpact.AddChanged(old, impact);
            }
            else if (old.Body != now.Body)
            {
                DeclarationImpact.AddBody(old, impact);
                DeclarationImpact.AddBody(now, impact);
            }
        }

        foreach (var added in unmatched.Values.SelectMany(rest => rest))
        {
            DeclarationImpact.AddChanged(added, impact);
        }

    }

    private static (string Container, DeclarationKind Kind, string Name, string Signature) Key(Declaration declaration) =>
        (declaration.Container, declaration.Kind, declaration.Name, declaration.Signature);

    private static void AddAll(Declaration[] declarations, ChangeImpact impact)
    {
        foreach (var declaration in declarations)
        {
            DeclarationImpact.AddChanged(declaration, impact);
        }
    }
}
