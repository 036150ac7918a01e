using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

namespace Websopy.SemanticKernel.Agent.Tests.Changes.Text;

/// <summary>The edits on every member of this repository's files.</summary>
public sealed class RealMemberEditTests
{
    [Fact]
    public void Replace_RealMemberByItself_ChangesNothing()
    {
        var count = 0;
        foreach (var (path, text, site) in Members(8))
        {
            var own = text.ToString(TextSpan.FromBounds(MemberLayout.AttachedStart(site.Declaration, text), site.Declaration.Span.End));
            var indent = MemberLayout.Indent(text, site.Declaration.SpanStart);
            if (site.Node is VariableDeclaratorSyntax)
                continue;
            var planned = EditPlanner.Apply([new ReplaceMember(path, site.Display, indent + own)], _ => text);
            Assert.True(planned.Count == 0, $"{path}: {site.Display}\n{planned.SingleOrDefault()?.After}");

            // Without the white space before the first line the column of an expression alone is a guess.
            foreach (var source in new[] { own, text.ToString(site.Declaration.Span) })
            {
                var after = EditPlanner.Apply([new ReplaceMember(path, site.Display, source)], _ => text).SingleOrDefault()?.After ?? text;
                Assert.Equal(text.Lines.Select(line => line.ToString().Trim()), after.Lines.Select(line => line.ToString().Trim()));
                Assert.True(site.Declaration is not (BaseTypeDeclarationSyntax or BaseMethodDeclarationSyntax { Body: not null }) || after.ContentEquals(text), $"{path}: {site.Display}\n{after}");
            }

            count++;
        }

        Assert.True(count > 300, $"only {count} members");
    }

    [Fact]
    public void Delete_RealMember_LeavesTheOthersAndNoSyntaxError()
    {
        foreach (var (path, text, site) in Members(25))
        {
            var before = Names(text);
            var after = EditPlanner.Apply([new DeleteMember(path, site.Display)], _ => text).Single().After!;
            var names = Names(after);
            Assert.True(IsClean(after, text), $"{path}: {site.Display}\n{after}");
            Assert.True(names.All(before.Contains) && !names.Contains(site.Display), $"{path}: {site.Display}");
            Assert.Equal(before.Count - Nested(site), names.Count);
        }
    }

    [Fact]
    public void Insert_BesideRealMember_AddsOneAndIsTakenBackByDelete()
    {
        foreach (var (path, text, site) in Members(25))
        {
            var source = site.Node is EnumMemberDeclarationSyntax ? "InsertedHere" : site.Declaration.Parent is BaseTypeDeclarationSyntax ? "void InsertedHere() { }" : "class InsertedHere;";
            var before = Names(text);
            foreach (var place in new[] { MemberPlace.Before, MemberPlace.After })
            {
                var after = EditPlanner.Apply([new InsertMember(path, site.Display, place, source)], _ => text).Single().After!;
                Assert.True(IsClean(after, text), $"{path}: {site.Display} {place}\n{after}");
                Assert.Equal(before.Count + 1, Names(after).Count);
                var back = EditPlanner.Apply([new InsertMember(path, site.Display, place, source), new DeleteMember(path, "InsertedHere")], _ => text);
                Assert.Equal(before, Names(back.SingleOrDefault()?.After ?? text));
            }
        }
    }

    [Fact]
    public void Insert_IntoRealType_AddsOne()
    {
        foreach (var (path, text, site) in Members(8).Where(member => member.Site.Node is BaseTypeDeclarationSyntax))
        {
            foreach (var place in new[] { MemberPlace.First, MemberPlace.Last })
            {
                var after = EditPlanner.Apply([new InsertMember(path, site.Display, place, site.Node is EnumDeclarationSyntax ? "InsertedHere" : "void InsertedHere() { }")], _ => text).Single().After!;
                Assert.True(IsClean(after, text), $"{path}: {site.Display} {place}\n{after}");
                var inside = Names(after).Where(name => name.Contains("InsertedHere", StringComparison.Ordinal));
                Assert.Equal([$"{site.Display}.InsertedHere{(site.Node is EnumDeclarationSyntax ? "" : "()")}"], inside);
            }
        }
    }

    /// <summary>Members that nothing else in their file is named like, a part of them chosen by a seed.</summary>
    private static IEnumerable<(string Path, SourceText Text, MemberSite Site)> Members(int of)
    {
        var random = new Random(of);
        foreach (var (path, text) in SourceFiles.All())
        {
            foreach (var group in MemberReader.Read(Root(text)).GroupBy(site => site.Display).Where(group => group.Count() == 1 && random.Next(of) == 0))
                yield return (path, text, group.Single());
        }
    }

    /// <summary>What a deletion of the member takes with it, itself included.</summary>
    private static int Nested(MemberSite site) => site.Node is VariableDeclaratorSyntax ? 1
        : site.Node.DescendantNodesAndSelf().Sum(node => node switch
        {
            BaseFieldDeclarationSyntax field => field.Declaration.Variables.Count,
            TypeDeclarationSyntax type => type.IsKind(SyntaxKind.ExtensionBlockDeclaration) ? 0 : 1,
            MemberDeclarationSyntax => 1,
            _ => 0,
        });

    private static List<string> Names(SourceText text) => [.. MemberReader.Read(Root(text)).Select(site => site.Display)];

    private static bool IsClean(SourceText after, SourceText before) => Errors(after) <= Errors(before);

    private static int Errors(SourceText text) => Root(text).GetDiagnostics().Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static CompilationUnitSyntax Root(SourceText text) => CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot();
}
