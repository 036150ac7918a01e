using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries;

/// <summary>Looks symbols up in the projects' compilations.</summary>
internal static class CompiledSymbols
{
    /// <summary>The symbol that a declaration declares, in the most used flavour that has it; null if none has.</summary>
    public static async Task<LocatedSymbol?> DeclaredAsync(CodeSnapshot snapshot, SourceDeclaration declaration, CancellationToken cancellationToken)
    {
        var solution = snapshot.RequireSolution();
        var tree = declaration.Node.SyntaxTree;
        Document[] documents = solution.GetDocument(tree) is { } own ? [own]
            : [.. solution.GetDocumentIdsWithFilePath(tree.FilePath).Select(id => solution.GetDocument(id)!)];
        foreach (var project in Projects.ByUse(documents.Select(document => document.Project)))
        {
            var document = documents.First(each => each.Project.Id == project.Id);
            if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root
                && NodeLike(root, declaration) is { } node
                && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
                && SymbolOf(model, node, declaration, cancellationToken) is { } symbol)
            {
                return new(symbol, project);
            }
        }

        return null;
    }

    /// <summary>The symbol of a documentation id: one of the solution's own, else one that it refers to.</summary>
    /// <exception cref="CodeException">There is none, or several projects have their own.</exception>
    public static async Task<LocatedSymbol> WithIdAsync(CodeSnapshot snapshot, string id, CancellationToken cancellationToken)
    {
        var solution = snapshot.RequireSolution();
        Dictionary<string, LocatedSymbol> own = new(StringComparer.Ordinal);
        LocatedSymbol? referred = null;
        foreach (var project in Projects.ByUse(solution.Projects))
        {
            if (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation)
            {
                continue;
            }

            foreach (var symbol in DocumentationCommentId.GetSymbolsForDeclarationId(id, compilation))
            {
                var isOwn = symbol.Locations.Any(location => location.IsInSource);
                if (isOwn && SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly))
                {
                    own.TryAdd(compilation.Assembly.Name, new(symbol, project));
                }
                else if (!isOwn || symbol is INamespaceSymbol)
                {
                    referred ??= new(symbol, project);
                }
            }
        }

        return own.Count switch
        {
            1 => own.Values.First(),
            0 => referred ?? throw new CodeException(CodeErrorKind.NotFound, $"No project has or refers to {id}."),
            _ => throw SymbolLocator.Ambiguous(id, own.Values.Select(each => Place(snapshot, each))),
        };
    }

    /// <summary>Symbols of a name that no file declares: generated ones, implicit ones, and those of the packages.</summary>
    public static async Task<LocatedSymbol[]> NamedAsync(Solution solution, SymbolAddress.Named named, CancellationToken cancellationToken)
    {
        Dictionary<string, LocatedSymbol> found = new(StringComparer.Ordinal);
        foreach (var project in Projects.ByUse(solution.Projects))
        {
            if (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is { } compilation)
            {
                foreach (var symbol in MetadataNames.Find(compilation.GlobalNamespace, named, cancellationToken))
                {
                    found.TryAdd(symbol.GetDocumentationCommentId() ?? symbol.ToDisplayString(), new(symbol, project));
                }
            }
        }

        // The solution's own goes before what packages have, and what somebody wrote before what the compiler adds.
        return Prefer(Prefer([.. found.Values], each => each.Symbol.Locations.Any(location => location.IsInSource)), each => !each.Symbol.IsImplicitlyDeclared);
    }

    private static LocatedSymbol[] Prefer(LocatedSymbol[] found, Func<LocatedSymbol, bool> preferred) =>
        found.Any(preferred) ? [.. found.Where(preferred)] : found;

    private static string Place(CodeSnapshot snapshot, LocatedSymbol located)
    {
        var location = located.Symbol.Locations.First(each => each.IsInSource).GetLineSpan();
        return $"{snapshot.Folder.Display(location.Path)}:{location.StartLinePosition.Line + 1} ({Projects.NameOf(located.Project)})";
    }

    /// <summary>The same declaration in another parse of the file; null if a directive leaves it out there.</summary>
    private static SyntaxNode? NodeLike(SyntaxNode root, SourceDeclaration declaration) =>
        declaration.Position >= root.FullSpan.End ? null
        : root.FindToken(declaration.Position).Parent?.AncestorsAndSelf()
            .FirstOrDefault(node => node.RawKind == declaration.Node.RawKind && node.Span == declaration.Node.Span);

    private static ISymbol? SymbolOf(SemanticModel model, SyntaxNode node, SourceDeclaration declaration, CancellationToken cancellationToken)
    {
        var symbol = model.GetDeclaredSymbol(node, cancellationToken);
        return node is ParameterSyntax && declaration.Kind == SourceKind.Property
            ? symbol?.ContainingType.GetMembers(declaration.Name).OfType<IPropertySymbol>().FirstOrDefault()
            : symbol is null ? null : SymbolIdentity.Normalize(symbol);
    }
}
