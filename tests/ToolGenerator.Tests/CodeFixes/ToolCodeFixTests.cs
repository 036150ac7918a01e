using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Websopy.SemanticKernel.ToolGenerator.Diagnostics;
using Websopy.SemanticKernel.ToolGenerator.Tests.Support;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.CodeFixes;

public sealed class ToolCodeFixTests
{
    public static IEnumerable<TheoryDataRow<string>> Mended => Rows(one => one.After is not null);

    public static IEnumerable<TheoryDataRow<string>> LeftAlone => Rows(one => one.After is null);

    public static IEnumerable<TheoryDataRow<string>> FixableIds =>
        CodeFixRunner.Fixes.SelectMany(fix => fix.FixableDiagnosticIds).Select(id => new TheoryDataRow<string>(id));

    [Theory, MemberData(nameof(Mended))]
    public async Task Fix_Case_CompilesAndIsSaidNoMore(string name)
    {
        var expected = CodeFixCases.All.Single(one => one.ToString() == name);
        var project = CodeFixRunner.CreateProject([expected.Before, .. expected.Others.Select(other => other.Before)]);
        var found = await CodeFixRunner.AnalyzeAsync(project, expected.Id);
        Assert.NotEmpty(found);
        var actions = await CodeFixRunner.OfferedAsync(project, found[0]);
        var action = actions.First(one => expected.Title is null || one.Title == expected.Title);
        if (expected.IsFixAll) action = (await CodeFixRunner.OfferedForAllAsync(project, found[0], action))!;

        var mended = await CodeFixRunner.ApplyAsync(project, action);

        var texts = await CodeFixRunner.TextsAsync(mended);
        Assert.Equal(string.Join("\n---\n", [expected.After!, .. expected.Others.Select(other => other.After)]), string.Join("\n---\n", texts));
        Assert.Equal([], AnalyzerCompilation.Errors((await mended.GetCompilationAsync(TestContext.Current.CancellationToken))!));
        Assert.Empty(await CodeFixRunner.AnalyzeAsync(mended, expected.Id));
    }

    [Theory, MemberData(nameof(LeftAlone))]
    public async Task Fix_CodeThatItWouldBreak_IsNotOffered(string name)
    {
        var expected = CodeFixCases.All.Single(one => one.ToString() == name);
        var project = CodeFixRunner.CreateProject(expected.Before);
        var found = await CodeFixRunner.AnalyzeAsync(project, expected.Id);
        Assert.NotEmpty(found);

        Assert.Empty(await CodeFixRunner.OfferedAsync(project, found[0]));
    }

    [Theory, MemberData(nameof(FixableIds))]
    public void Fix_EachFixableDiagnostic_HasACase(string id)
    {
        Assert.Contains(DiagnosticCatalog.All, descriptor => descriptor.Id == id);
        Assert.Contains(CodeFixCases.All, one => one.Id == id && one.After is not null);
    }

    [Fact]
    public void Fixes_EachClass_IsExportedForCSharp() => Assert.All(
        CodeFixRunner.Fixes,
        fix => Assert.Equal([LanguageNames.CSharp], fix.GetType().GetCustomAttribute<ExportCodeFixProviderAttribute>()?.Languages ?? []));

    [Fact]
    public async Task Fix_TwoWaysToMend_OffersBoth()
    {
        var project = CodeFixRunner.CreateProject("using Websopy.SemanticKernel; [ToolSet] public class Shop { [Tool] string Find() => \"\"; }");
        var found = await CodeFixRunner.AnalyzeAsync(project, "WSK008");

        Assert.Equal(["Make 'Find' internal", "Make 'Find' public"], (await CodeFixRunner.OfferedAsync(project, found[0])).Select(action => action.Title));
    }

    private static IEnumerable<TheoryDataRow<string>> Rows(Func<CodeFixCase, bool> isWanted) =>
        CodeFixCases.All.Where(isWanted).Select(one => new TheoryDataRow<string>(one.ToString()));
}
