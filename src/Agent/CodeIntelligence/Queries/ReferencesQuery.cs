using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.CodeIntelligence.Answers;
using Websopy.SemanticKernel.CodeIntelligence.Queries.References;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries;

/// <summary>Who uses, calls, implements, overrides or derives from a symbol.</summary>
internal static class ReferencesQuery
{
    /// <param name="snapshot">What is known.</param>
    /// <param name="symbol">The symbol; see <see cref="SymbolAddress"/>.</param>
    /// <param name="kind">What places to list.</param>
    /// <param name="file">Only places in this file, folder or project; null for all.</param>
    /// <param name="skip">How many places to pass over, because they were shown before.</param>
    /// <param name="maxTokens">How long the answer may be.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<string> AnswerAsync(
        CodeSnapshot snapshot, string symbol, ReferenceKind kind = ReferenceKind.References, string? file = null, int skip = 0, int maxTokens = TokenBudget.Default, CancellationToken cancellationToken = default)
    {
        TokenBudget.Check(maxTokens);
        var result = await FindAsync(snapshot, symbol, kind, cancellationToken).ConfigureAwait(false);
        return AnswerWriter.Write(Draft(snapshot, result, file, skip), maxTokens);
    }

    /// <summary>The places as data.</summary>
    public static async Task<ReferencesResult> FindAsync(CodeSnapshot snapshot, string symbol, ReferenceKind kind, CancellationToken cancellationToken)
    {
        var located = await SymbolLocator.FindAsync(snapshot, symbol, cancellationToken).ConfigureAwait(false);
        return await FindAsync(snapshot, located, kind, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The places of a symbol that was found already.</summary>
    public static async Task<ReferencesResult> FindAsync(CodeSnapshot snapshot, LocatedSymbol located, ReferenceKind kind, CancellationToken cancellationToken)
    {
        var identity = SymbolIdentity.Of(located);
        Check(identity.Symbol, kind);
        var solution = snapshot.RequireSolution();
        var uses = kind is ReferenceKind.References or ReferenceKind.Callers
            ? await ReferenceFinder.FindAsync(solution, identity, cancellationToken).ConfigureAwait(false)
            : await HierarchyFinder.FindAsync(solution, identity, kind, cancellationToken).ConfigureAwait(false);
        var places = ReferencePlaces.Of(snapshot, uses, cancellationToken);
        return new(located, kind, kind == ReferenceKind.Callers ? [.. places.Where(place => place.IsCall)] : places)
        {
            Through = kind is ReferenceKind.References or ReferenceKind.Callers ? [.. Through(identity.Symbol)] : [],
        };
    }

    public static AnswerDraft Draft(CodeSnapshot snapshot, ReferencesResult result, string? file, int skip)
    {
        var all = file is null ? result.Places : Within(snapshot, result.Places, file);
        ImmutableArray<Reference> places = [.. all.Skip(Math.Max(skip, 0))];
        var noun = Noun(result.Kind);
        var name = result.Symbol.Symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
        var files = all.Select(place => place.Path).Distinct(StringComparer.Ordinal).Count();
        var title = $"{AnswerText.Number(all.Length, noun)} of {name}" + (all.Length == 0 ? "" : $" in {AnswerText.Number(files, "file")}")
            + (skip > 0 ? string.Create(CultureInfo.InvariantCulture, $", after the first {skip}") : "")
            + (result.Through is [var first, ..] && result.Kind is ReferenceKind.References or ReferenceKind.Callers && result.Through.Length > 0
                ? $". Uses through {first.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)} are not among them: ask for {first.GetDocumentationCommentId()}" : "");
        var groups = result.Kind == ReferenceKind.Callers;
        return new(title, [.. places.Select(place => new AnswerItem(groups ? $"{place.Path}  {place.Member}" : place.Path, Line(place, groups)))], shown => LeftOut(places, shown, skip, noun))
        {
            Health = HealthLines.Touching(snapshot.Health, Projects.Of(snapshot, all.Select(place => place.Path).Distinct(StringComparer.Ordinal))
                is { } named ? named.Append(Projects.NameOf(result.Symbol.Project)).ToHashSet(StringComparer.Ordinal) : null),
        };
    }

    private static ImmutableArray<Reference> Within(CodeSnapshot snapshot, ImmutableArray<Reference> places, string file)
    {
        var paths = SourceFiles.In(snapshot, file).Select(each => each.Path).ToHashSet(StringComparer.Ordinal);
        return [.. places.Where(place => paths.Contains(place.Path))];
    }

    private static string Line(Reference place, bool isGrouped) => string.Create(CultureInfo.InvariantCulture,
        $"{place.Line}: {place.Text}{(place.Frameworks.IsEmpty ? "" : $"  ({string.Join(", ", place.Frameworks)} only)")}{(isGrouped || place.Member.Length == 0 ? "" : $"  [{place.Member}]")}");

    private static string? LeftOut(ImmutableArray<Reference> places, int shown, int skip, string noun)
    {
        if (shown == places.Length)
        {
            return null;
        }

        var next = Math.Max(skip, 0) + shown;
        return string.Create(CultureInfo.InvariantCulture,
            $"… {places.Length - shown} more {(places.Length - shown == 1 ? noun : noun + "s")}; ask with skip: {next}{(FilePaths.IsGenerated(places[shown].Path) ? "" : $", or file: {places[shown].Path}")}");
    }

    private static string Noun(ReferenceKind kind) => kind switch
    {
        ReferenceKind.Callers => "call",
        ReferenceKind.Implementations => "implementation",
        ReferenceKind.Overrides => "override",
        ReferenceKind.Derived => "derived type",
        _ => "reference",
    };

    private static void Check(ISymbol symbol, ReferenceKind kind)
    {
        var problem = (kind, symbol) switch
        {
            (ReferenceKind.Derived, not INamedTypeSymbol) => "Only types have derived types; ask for overrides or implementations of a member.",
            (ReferenceKind.Overrides, INamedTypeSymbol) => "Only members have overrides; ask for derived types or implementations of a type.",
            (ReferenceKind.Callers, INamedTypeSymbol or INamespaceSymbol) => "Types have no callers; ask for references, or for callers of a constructor as Type.Type.",
            _ => null,
        };
        if (problem is not null)
        {
            throw new CodeException(CodeErrorKind.InvalidArgument, problem);
        }
    }

    /// <summary>The member it overrides, and those of interfaces that it implements.</summary>
    private static IEnumerable<ISymbol> Through(ISymbol symbol)
    {
        if (symbol.ContainingType is not { } type || symbol is not (IMethodSymbol or IPropertySymbol or IEventSymbol))
        {
            return [];
        }

        var contracts = type.TypeKind == TypeKind.Interface ? [] : type.AllInterfaces
            .SelectMany(each => each.GetMembers())
            .Where(member => member.Kind == symbol.Kind && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol))
            .Select(member => member.OriginalDefinition);
        return HierarchyFinder.OverriddenBy(symbol) is { } overridden ? contracts.Prepend(overridden.OriginalDefinition) : contracts;
    }
}
