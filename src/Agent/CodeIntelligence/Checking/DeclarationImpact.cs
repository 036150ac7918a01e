namespace Websopy.SemanticKernel.CodeIntelligence.Checking;

/// <summary>What a changed declaration can do to other files. Pure; the cases are explained in docs/code-intelligence/check.md.</summary>
internal static class DeclarationImpact
{
    /// <summary>A declaration that was added, removed, or is seen differently.</summary>
    public static void AddChanged(Declaration declaration, ChangeImpact impact)
    {
        AddWords(declaration, impact);
        if (declaration is { Kind: DeclarationKind.Member, Traits: var traits } && traits.HasFlag(DeclarationTraits.Private) && !traits.HasFlag(DeclarationTraits.StructLayout))
        {
            impact.Parts.UnionWith(declaration.ContainerTypes);
            return;
        }

        impact.Types.UnionWith(declaration.ContainerTypes);
        if (declaration.Traits.HasFlag(DeclarationTraits.EntryPoint))
        {
            impact.Everything ??= "a method named Main changed";
        }

        switch (declaration.Kind)
        {
            case DeclarationKind.Type:
                impact.AddFlowing(declaration.Name);
                impact.Types.Add(declaration.Name);
                break;
            case DeclarationKind.Constant or DeclarationKind.Alias:
                impact.AddFlowing(declaration.Name);
                break;
            case DeclarationKind.Implicit:
                AddImplicit(declaration, impact);
                break;
            case DeclarationKind.Member:
                impact.AddName(declaration.Name);
                break;
        }

        if (declaration.Traits.HasFlag(DeclarationTraits.StructLayout))
        {
            impact.AddFlowing(declaration.ContainerTypes[^1]);
        }
    }

    /// <summary>A body that changed behind the same signature.</summary>
    public static void AddBody(Declaration declaration, ChangeImpact impact)
    {
        // Another part of the type may hold the field, or the primary constructor's parameter, that this body no longer uses.
        impact.Parts.UnionWith(declaration.ContainerTypes);
        AddWords(declaration, impact);
        if (declaration.Traits.HasFlag(DeclarationTraits.CapturingStruct))
        {
            impact.AddFlowing(declaration.ContainerTypes[^1]);
        }
    }

    /// <summary>Adds what follows from the names that flow: a declaration that mentions one is changed as well.</summary>
    public static void AddMention(Declaration declaration, ChangeImpact impact)
    {
        switch (declaration.Kind)
        {
            case DeclarationKind.Member:
                impact.AddName(declaration.Name);
                break;
            case DeclarationKind.Implicit:
                AddImplicit(declaration, impact);
                break;
            default:
                impact.AddFlowing(declaration.Name);
                break;
        }

        if (declaration.Traits.HasFlag(DeclarationTraits.StructLayout))
        {
            impact.AddFlowing(declaration.ContainerTypes[^1]);
        }
    }

    private static void AddWords(Declaration declaration, ChangeImpact impact)
    {
        impact.Words.Add(declaration.Name);
        impact.Words.UnionWith(declaration.Body.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    // Code uses it through its type alone, so that the type's meaning changes.
    private static void AddImplicit(Declaration declaration, ChangeImpact impact)
    {
        impact.AddName(declaration.Name);
        if (declaration.ContainerTypes is [.., var type])
        {
            impact.AddFlowing(type);
        }

        if (declaration.Traits.HasFlag(DeclarationTraits.Extension))
        {
            // What is extended need not be a type that has a name here.
            impact.Everything ??= "an extension that the language calls without its name changed";
        }
    }
}
