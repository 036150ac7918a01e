using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

/// <summary>Finds the one declaration that a model means by a name.</summary>
internal static class MemberFinder
{
    private const int MaxListed = 20;

    /// <exception cref="CodeException">No declaration, or several, answer to the name.</exception>
    public static MemberSite Find(CompilationUnitSyntax root, string name)
    {
        var question = MemberName.Parse(name);
        ImmutableArray<MemberSite> all = [.. MemberReader.Read(root)];
        var found = Named(all, question);
        if (question.Parameters is { } parameters)
        {
            found = Prefer(found, site => site.Parameters!.Value.Zip(parameters).All(pair => pair.First.Passing == pair.Second.Passing));
        }

        found = Prefer(found, site => site.Name.Arity == 0 && site.Types.All(type => type.Arity == 0));
        return found.Length switch
        {
            1 => found[0],
            0 => throw new CodeException(CodeErrorKind.NotFound, $"The file declares no {Quoted(name)}. {Suggestions(all, question)}"),
            _ => throw new CodeException(CodeErrorKind.Ambiguous, $"{Quoted(name)} names {found.Length} declarations of the file: {List(found)}. {(found.DistinctBy(site => site.Display).Count() > 1
                ? "Give its type or parameter types as listed." : "It is declared in several parts: name a member in the part you mean, or replace text.")}"),
        };
    }

    /// <summary>Those that fit the name best: the whole name before a part of it, a plain member before an explicit implementation.</summary>
    private static ImmutableArray<MemberSite> Named(ImmutableArray<MemberSite> all, MemberName question)
    {
        foreach (var reading in question.Readings())
        {
            var plain = all.Where(site => site.Interface is null).Select(site => (site, site.Fit(reading, viaInterface: false)));
            var explicitly = all.Where(site => site.Interface is not null);
            ImmutableArray<MemberSite> best = Best(plain.Concat(explicitly.Select(site => (site, site.Fit(reading, viaInterface: true)))));
            best = best.IsEmpty ? Best(explicitly.Select(site => (site, site.Fit(reading, viaInterface: false)))) : best;

            if (question.Parameters is { } parameters)
            {
                best = Narrow(best, site => site.Takes(parameters, nullable: true), site => site.Takes(parameters, nullable: false));
            }

            if (!best.IsEmpty)
            {
                return best;
            }
        }

        return [];
    }

    private static ImmutableArray<MemberSite> Best(IEnumerable<(MemberSite Site, int Fit)> fits)
    {
        var fitting = fits.Where(pair => pair.Fit >= 0).ToList();
        var best = fitting.Count == 0 ? 0 : fitting.Min(pair => pair.Fit);
        return [.. fitting.Where(pair => pair.Fit == best).Select(pair => pair.Site)];
    }

    private static ImmutableArray<MemberSite> Narrow(ImmutableArray<MemberSite> sites, Predicate<MemberSite> exact, Predicate<MemberSite> loose)
    {
        var found = sites.RemoveAll(site => !exact(site));
        return found.IsEmpty ? sites.RemoveAll(site => !loose(site)) : found;
    }

    private static ImmutableArray<MemberSite> Prefer(ImmutableArray<MemberSite> sites, Predicate<MemberSite> preferred)
    {
        var found = sites.Length > 1 ? sites.RemoveAll(site => !preferred(site)) : sites;
        return found.IsEmpty ? sites : found;
    }

    private static string Suggestions(ImmutableArray<MemberSite> all, MemberName question)
    {
        if (all.IsEmpty)
        {
            return "It declares nothing at all (code that a preprocessor symbol switches off is not seen).";
        }

        var last = question.Parts[^1].Text;
        var sameName = all.RemoveAll(site => !site.Name.Text.Equals(last, StringComparison.OrdinalIgnoreCase));
        var sameType = question.Parts.Length < 2 ? [] : all.RemoveAll(site => site.Types.IsEmpty || site.Types[^1].Text != question.Parts[^2].Text);
        var near = sameName.IsEmpty ? sameType : sameName;
        return $"It has: {List(near.IsEmpty ? all : near)}.";
    }

    private static string List(ImmutableArray<MemberSite> sites)
    {
        var listed = string.Join(", ", sites.Take(MaxListed).Select(site => $"{site.Display} (line {site.Line})"));
        return sites.Length > MaxListed ? $"{listed} and {sites.Length - MaxListed} more" : listed;
    }

    private static string Quoted(string name) => name.Length <= 200 ? $"'{name.Trim()}'" : $"'{name[..200]}…'";
}
