using Websopy.SemanticKernel.CodeIntelligence.Testing;

namespace Websopy.SemanticKernel.Agent.Tests.Testing;

public sealed class TestCommandTests
{
    private static readonly TestMethod[] Tests = [new("/p.csproj", "N.T+I", "A"), new("/p.csproj", "N.T", "B")];

    [Theory]
    [InlineData(nameof(TestPlatform.XunitV3), null, "dotnet exec /b/t.dll -method N.T+I.A -method N.T.B -noColor -noAutoReporters -trx /r/x.trx")]
    [InlineData(nameof(TestPlatform.XunitV3), "/b/t", "/b/t -method N.T+I.A -method N.T.B -noColor -noAutoReporters -trx /r/x.trx")]
    [InlineData(nameof(TestPlatform.TestingPlatform), "/b/t", "/b/t --filter FullyQualifiedName~N.T+I.A|FullyQualifiedName~N.T.B --report-trx --report-trx-filename x.trx --results-directory /r --no-progress --no-ansi")]
    [InlineData(nameof(TestPlatform.VSTest), "/b/t", "dotnet vstest /b/t.dll --TestCaseFilter:FullyQualifiedName~N.T+I.A|FullyQualifiedName~N.T.B --logger:trx;LogFileName=x.trx --ResultsDirectory:/r")]
    public void Create_Tests_FiltersAndReports(string platform, string? program, string expected)
    {
        var start = TestCommand.Create(new TestProgram(Enum.Parse<TestPlatform>(platform), "/b/t.dll", program), Tests, "/r", "x.trx");

        Assert.Equal(expected, $"{start.FileName} {string.Join(' ', start.ArgumentList)}");
    }

    [Theory]
    [InlineData("net8.0;net10.0;net9.0", "net10.0")]
    [InlineData("netstandard2.0;net8.0-windows", "net8.0-windows")]
    [InlineData("", null)]
    [InlineData("net472", null)]
    public void Newest_Frameworks_IsTheHighest(string frameworks, string? expected) => Assert.Equal(expected, TestProjects.Newest(frameworks));

    [Fact]
    public void RelativeStack_Paths_AreOfTheFolderOrLeftOut() =>
        Assert.Equal("at A() in src/a.cs:3\nat B()\nat C()", TestReport.RelativeStack("at A() in /f/src/a.cs:line 3\nat B() in /other/b.cs:line 4\nat C()", "/f"));
}
