using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.CodeIntelligence;
using Websopy.SemanticKernel.CodeIntelligence.Queries;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.Agent.Tests.Queries;

public sealed class DiagnosticsQueryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FindAsync_ErrorsOfFlavours_AreToldOnce()
    {
        using var small = Small();
        var found = await DiagnosticsQuery.FindAsync(small.Snapshot, new(Severity: "error"), Cancel);
        Assert.Equal(
            ["Library/A.cs:4 CS0103 ", "Library/A.cs:6 CS0246 net8.0", "Program/P.cs:1 CS0029 "],
            found.Select(entry => $"{entry.Path}:{entry.Line} {entry.Id} {string.Join(',', entry.Frameworks)}"));
    }

    [Fact]
    public async Task FindAsync_Warnings_ComeAfterErrors()
    {
        using var small = Small();
        var found = await DiagnosticsQuery.FindAsync(small.Snapshot, new("Library"), Cancel);
        Assert.Contains(found, entry => entry is { Id: "CS0169", Severity: DiagnosticSeverity.Warning });
        Assert.Equal(found.Select(entry => (int)entry.Severity).OrderDescending(), found.Select(entry => (int)entry.Severity));
        Assert.DoesNotContain(found, entry => entry.Path!.StartsWith("Program/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Program/P.cs", 1)]
    [InlineData("Program", 1)]
    [InlineData("Library/A.cs", 2)]
    [InlineData("Library/B.cs", 0)]
    public async Task FindAsync_Target_LimitsTheScope(string target, int errors)
    {
        using var small = Small();
        Assert.Equal(errors, (await DiagnosticsQuery.FindAsync(small.Snapshot, new(target, Severity: "error"), Cancel)).Length);
    }

    [Fact]
    public async Task FindAsync_ChangedFiles_AreLookedAtOnly()
    {
        using var small = Small();
        var found = await DiagnosticsQuery.FindAsync(small.Snapshot, new(ChangedFiles: ["Program/P.cs", "Library/B.cs"], Severity: "error"), Cancel);
        Assert.Equal("CS0029", Assert.Single(found).Id);
        Assert.Empty(await DiagnosticsQuery.FindAsync(small.Snapshot, new(ChangedFiles: [], Severity: "error"), Cancel));
    }

    [Fact]
    public async Task AnswerAsync_Flavour_IsNamedAndNotesOfOtherProjectsAreNot()
    {
        using var small = Small();
        var snapshot = small.Snapshot with
        {
            Health = [new("Library(net8.0)", HealthKind.StaleRestore, "Restore it."), new("Program", HealthKind.ProjectFailed, "Not loaded.")],
        };
        var answer = await DiagnosticsQuery.AnswerAsync(snapshot, new("Library", Severity: "error"), cancellationToken: Cancel);
        Assert.StartsWith("2 errors in Library", answer, StringComparison.Ordinal);
        Assert.Contains("(net8.0 only)", answer);
        Assert.Contains("! Library(net8.0): Restore it.", answer);
        Assert.DoesNotContain("Not loaded.", answer);
    }

    [Fact]
    public async Task FindAsync_UnknownSeverity_IsRefused()
    {
        using var small = Small();
        var failure = await Assert.ThrowsAsync<CodeException>(() => DiagnosticsQuery.FindAsync(small.Snapshot, new(Severity: "fatal"), Cancel));
        Assert.Equal(CodeErrorKind.InvalidArgument, failure.Kind);
    }

    [Fact]
    public async Task FindAsync_ProjectsStillLoading_SaysSo()
    {
        using var small = Small();
        var failure = await Assert.ThrowsAsync<CodeException>(() => DiagnosticsQuery.FindAsync(small.Snapshot with { Solution = null }, new(), Cancel));
        Assert.Equal(CodeErrorKind.NotLoaded, failure.Kind);
    }

    private static SmallSolution Small() => new(
        ("Library/A.cs", """
            public class A
            {
                private int _unused;
                public int Bad() => missing;
            #if NET8_0
                public Nowhere Old() => null!;
            #endif
            }
            """),
        ("Library/B.cs", "public class B;"),
        ("Program/P.cs", "public class P { int X = \"text\"; public A? A; public B? B; }"));
}
