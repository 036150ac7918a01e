namespace Websopy.SemanticKernel.CodeIntelligence.Checking;

/// <summary>Decides which files may see a change. Pure.</summary>
internal static class AffectedFiles
{
    /// <summary>Follows the names that flow through declarations, and the types through those derived from them, until nothing is added.</summary>
    public static void Follow(ChangeImpact impact, IReadOnlyCollection<FileFacts> files)
    {
        int before;
        do
        {
            before = Size(impact);
            foreach (var declaration in files.Where(file => Mentions(file, impact)).SelectMany(file => file.Declarations))
            {
                if (declaration.SignatureNames.Any(impact.Flowing.Contains) || IsUsedWithoutItsType(declaration, impact))
                {
                    DeclarationImpact.AddMention(declaration, impact);
                }

                if (declaration.BaseNames.Any(impact.Types.Contains))
                {
                    impact.Types.Add(declaration.Name);
                }
            }
        }
        while (impact.Everything is null && Size(impact) > before);
    }

    // Whether an extension method can be called follows from its class, which the caller does not name.
    private static bool IsUsedWithoutItsType(Declaration declaration, ChangeImpact impact) =>
        declaration.Traits.HasFlag(DeclarationTraits.Extension) && declaration.ContainerTypes.Any(impact.Flowing.Contains);

    public static bool Contains(FileFacts file, ChangeImpact impact) =>
        Overlap(impact.Names, file)
        || Array.Exists(file.Declarations, declaration => declaration.Kind == DeclarationKind.Type
            && (impact.Types.Contains(declaration.Name)
                || (declaration.Traits.HasFlag(DeclarationTraits.Partial) && impact.Parts.Contains(declaration.Name))));

    private static bool Mentions(FileFacts file, ChangeImpact impact) => Overlap(impact.Flowing, file) || Overlap(impact.Types, file);

    private static bool Overlap(HashSet<string> names, FileFacts file)
    {
        foreach (var name in names)
        {
            if (file.Identifiers.Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    private static int Size(ChangeImpact impact) => impact.Names.Count + impact.Flowing.Count + impact.Types.Count;
}
