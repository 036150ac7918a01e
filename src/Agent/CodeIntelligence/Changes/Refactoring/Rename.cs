using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Rename;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Refactoring;

/// <summary>Renames a symbol wherever it is named, in every flavour of every project.</summary>
internal static class Rename
{
    /// <summary>The solution with the symbol renamed; comments, strings and file names stay as they are.</summary>
    /// <exception cref="CodeException">The name cannot be one, the symbol cannot be renamed, or the new name would mean something else somewhere.</exception>
    public static async Task<Solution> RunAsync(Solution solution, ISymbol symbol, string newName, CancellationToken cancellationToken)
    {
        symbol = Renamable(symbol);
        Validate(symbol, newName);
        foreach (var location in symbol.Locations)
        {
            if (location.SourceTree is not { } tree || solution.GetDocument(tree) is not { FilePath: not null } || solution.GetDocument(tree) is SourceGeneratedDocument)
            {
                throw new CodeException(CodeErrorKind.InvalidArgument, $"{Show(symbol)} is declared in generated code. Change what it is generated from.");
            }
        }

        var renamed = await Renamer.RenameSymbolAsync(solution, symbol, new SymbolRenameOptions(), newName, cancellationToken).ConfigureAwait(false);
        renamed = await LinkedDocuments.MergeAsync(solution, renamed, cancellationToken).ConfigureAwait(false);
        var check = new RenameCheck(solution, renamed, symbol.Name, newName);
        var conflicts = await check.RunAsync(cancellationToken).ConfigureAwait(false);
        return conflicts.IsEmpty ? renamed : throw new CodeException(CodeErrorKind.CompileErrors,
            $"{Show(symbol)} cannot be renamed to '{newName}': {string.Join("; ", conflicts)}. Choose another name.");
    }

    /// <summary>The symbol that carries the name, and that may be given another.</summary>
    private static ISymbol Renamable(ISymbol symbol)
    {
        symbol = symbol.OriginalDefinition;
        symbol = symbol is IMethodSymbol method ? (method.ReducedFrom ?? method.AssociatedSymbol ?? (method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.Destructor ? method.ContainingType : method)) : symbol;
        if (!symbol.Locations.Any(location => location.IsInSource))
        {
            throw new CodeException(CodeErrorKind.InvalidArgument, $"{Show(symbol)} comes from a library and cannot be renamed.");
        }

        var named = symbol is not (IMethodSymbol { MethodKind: not (MethodKind.Ordinary or MethodKind.LocalFunction) } or IPropertySymbol { IsIndexer: true });
        if (!named || symbol.IsImplicitlyDeclared || !symbol.CanBeReferencedByName)
        {
            throw new CodeException(CodeErrorKind.InvalidArgument, symbol is IMethodSymbol { ExplicitInterfaceImplementations: [var implemented, ..] }
                ? $"{Show(symbol)} implements a member of an interface explicitly. Rename {Show(implemented)} instead."
                : $"{Show(symbol)} has no name of its own that could be another.");
        }

        return LibraryMember(symbol) is { } library
            ? throw new CodeException(CodeErrorKind.InvalidArgument, $"{Show(symbol)} has its name from {Show(library)} in a library, which it overrides or implements.")
            : symbol;
    }

    private static void Validate(ISymbol symbol, string newName)
    {
        if (!SyntaxFacts.IsValidIdentifier(newName) || newName.Length > 255 || SyntaxFacts.GetKeywordKind(newName) != SyntaxKind.None)
        {
            throw new CodeException(CodeErrorKind.InvalidArgument, "The new name has to be a C# identifier that is not a keyword, without its type or namespace.");
        }

        if (newName == symbol.Name)
        {
            throw new CodeException(CodeErrorKind.InvalidArgument, $"{Show(symbol)} has that name already.");
        }
    }

    /// <summary>The member of a library that gives the symbol its name, or null.</summary>
    private static ISymbol? LibraryMember(ISymbol symbol)
    {
        if (symbol is not (IMethodSymbol or IPropertySymbol or IEventSymbol) || symbol.ContainingType is not { } type)
        {
            return null;
        }

        for (var overridden = Overridden(symbol); overridden is not null; overridden = Overridden(overridden))
        {
            if (!overridden.Locations.Any(location => location.IsInSource))
            {
                return overridden;
            }
        }

        return type.AllInterfaces.SelectMany(@interface => @interface.GetMembers(symbol.Name))
            .Where(member => !member.Locations.Any(location => location.IsInSource))
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol));
    }

    private static ISymbol? Overridden(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        IEventSymbol @event => @event.OverriddenEvent,
        _ => null,
    };

    private static string Show(ISymbol symbol) => $"'{symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}'";
}
