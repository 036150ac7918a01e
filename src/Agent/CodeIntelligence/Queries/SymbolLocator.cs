using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.CodeIntelligence.Answers;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries;

/// <summary>Finds the symbol that a model names: by name, by documentation id or by its place in a file.</summary>
internal static class SymbolLocator
{
    private const int MaxCandidates = 20;

    /// <summary>The symbol, compiled.</summary>
    /// <exception cref="CodeException">There is none, there are several, or the projects are not loaded.</exception>
    public static async Task<LocatedSymbol> FindAsync(CodeSnapshot snapshot, string address, CancellationToken cancellationToken)
    {
        var solution = snapshot.RequireSolution();
        switch (SymbolAddress.Parse(address))
        {
            case SymbolAddress.Documented documented:
                return await CompiledSymbols.WithIdAsync(snapshot, documented.Id, cancellationToken).ConfigureAwait(false);
            case SymbolAddress.Place { Column: { } column } place:
                return await PlaceLocator.FindAsync(snapshot, place, column, cancellationToken).ConfigureAwait(false);
            case SymbolAddress.Place place:
                return await OneAsync(snapshot, address, PlaceLocator.Declarations(snapshot, place, cancellationToken), cancellationToken).ConfigureAwait(false);
            case SymbolAddress.Named named:
                if (Matching(snapshot, named, cancellationToken) is { Length: > 0 } found)
                {
                    return await OneAsync(snapshot, address, found, cancellationToken).ConfigureAwait(false);
                }

                return await CompiledSymbols.NamedAsync(solution, named, cancellationToken).ConfigureAwait(false) switch
                {
                    [var one] => one,
                    [] => throw NotFound(snapshot, address, named, cancellationToken),
                    var several => throw Ambiguous(address, several.Select(each => Describe(snapshot, each))),
                };
            default:
                throw new InvalidOperationException("An address of an unknown kind.");
        }
    }

    /// <summary>The declaration, or all parts of it, from syntax alone.</summary>
    /// <exception cref="CodeException">There is none, or there are several.</exception>
    public static SourceDeclaration[] FindDeclarations(CodeSnapshot snapshot, string address, CancellationToken cancellationToken)
    {
        var parsed = SymbolAddress.Parse(address);
        var found = parsed switch
        {
            SymbolAddress.Place place => PlaceLocator.Declarations(snapshot, place, cancellationToken),
            SymbolAddress.Named named => Matching(snapshot, named, cancellationToken),
            SymbolAddress.Documented documented => Matching(snapshot, documented.ToName(), cancellationToken),
            _ => [],
        };
        return found.Length == 0 ? throw NotFound(snapshot, address, parsed as SymbolAddress.Named, cancellationToken)
            : found.Skip(1).All(each => DeclarationMatcher.AreParts(found[0], each)) ? found
            : throw Ambiguous(address, found.Select(each => Describe(snapshot, each)));
    }

    /// <summary>All declarations that a name fits, whether one or several.</summary>
    public static SourceDeclaration[] Matching(CodeSnapshot snapshot, SymbolAddress.Named named, CancellationToken cancellationToken) =>
        DeclarationMatcher.Match(named, SourceFiles.All(snapshot).SelectMany(file => DeclarationReader.Read(file.Tree, cancellationToken)));

    /// <summary>A declaration's address and place, as candidates are listed.</summary>
    public static string Describe(CodeSnapshot snapshot, SourceDeclaration declaration) =>
        $"{declaration.Address} ({declaration.Kind.Word()}, {PathOf(snapshot, declaration.Node.SyntaxTree)}:{declaration.Line})";

    private static string Describe(CodeSnapshot snapshot, LocatedSymbol located) =>
        located.Symbol.Locations.FirstOrDefault(location => location.IsInSource) is { SourceTree: { } tree } location
            ? $"{located.Symbol.GetDocumentationCommentId()} ({PathOf(snapshot, tree)}:{location.GetLineSpan().StartLinePosition.Line + 1}, {Projects.NameOf(located.Project)})"
            : $"{located.Symbol.GetDocumentationCommentId()} ({located.Symbol.ContainingAssembly?.Name})";

    private static string PathOf(CodeSnapshot snapshot, SyntaxTree tree) =>
        Path.IsPathRooted(tree.FilePath) ? snapshot.Folder.Display(tree.FilePath) : tree.FilePath.Replace('\\', '/');

    /// <summary>The symbol that declarations declare together. The same file in several projects is one declaration.</summary>
    private static async Task<LocatedSymbol> OneAsync(CodeSnapshot snapshot, string address, SourceDeclaration[] found, CancellationToken cancellationToken)
    {
        if (!found.Skip(1).All(each => DeclarationMatcher.AreParts(found[0], each)))
        {
            throw Ambiguous(address, found.Select(each => Describe(snapshot, each)));
        }

        Dictionary<string, LocatedSymbol> symbols = new(StringComparer.Ordinal);
        foreach (var declaration in found)
        {
            if (await CompiledSymbols.DeclaredAsync(snapshot, declaration, cancellationToken).ConfigureAwait(false) is { } located)
            {
                symbols.TryAdd($"{located.Symbol.ContainingAssembly?.Name} {located.Symbol.GetDocumentationCommentId()}", located);
            }
        }

        return symbols.Count switch
        {
            1 => symbols.Values.First(),
            0 => throw new CodeException(CodeErrorKind.NotFound,
                $"{Describe(snapshot, found[0])} belongs to no loaded project, or is left out of all by a preprocessor directive. read shows its source."),
            _ => throw Ambiguous(address, symbols.Values.Select(each => Describe(snapshot, each))),
        };
    }

    internal static CodeException Ambiguous(string address, IEnumerable<string> candidates)
    {
        string[] all = [.. candidates.Distinct(StringComparer.Ordinal)];
        var shown = string.Join("\n", all.Take(MaxCandidates).Select(each => "- " + AnswerText.Line(each)));
        var more = all.Length > MaxCandidates ? $"\nand {all.Length - MaxCandidates} more." : "";
        return new(CodeErrorKind.Ambiguous, $"'{AnswerText.Line(address, 200)}' fits several symbols; name one of them by its full name with parameters, or by file.cs:line:\n{shown}{more}");
    }

    private static CodeException NotFound(CodeSnapshot snapshot, string address, SymbolAddress.Named? named, CancellationToken cancellationToken)
    {
        // What fits when less is asked for is what was meant, more often than not.
        var last = named is null ? null : named with { Names = [named.Names[^1]], Arity = null, Parameters = null };
        string[] similar = last is null ? [] : [.. Matching(snapshot, last, cancellationToken).Select(each => Describe(snapshot, each)).Take(5)];
        return new(CodeErrorKind.NotFound, $"There is no symbol '{AnswerText.Line(address, 200)}'."
            + (similar.Length > 0 ? $" Did you mean {string.Join("; ", similar)}?" : " search finds symbols by parts of their names."));
    }
}
