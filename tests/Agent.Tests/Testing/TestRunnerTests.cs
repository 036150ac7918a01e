using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;
using Microsoft.CodeAnalysis.Text;
using Websopy.SemanticKernel.CodeIntelligence.Testing;

namespace Websopy.SemanticKernel.Agent.Tests.Testing;

/// <summary>A test project on disk like this repository's own, built and run.</summary>
public sealed class TestRunnerTests : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <OutputType>Exe</OutputType>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="xunit.v3" Version="4.0.2" />
            <Using Include="Xunit" />
          </ItemGroup>
        </Project>
        """;

    private const string Code = """
        namespace Small;
        public static class Prices { public static int Gross(int net) => net + Tax(net); private static int Tax(int net) => net / 5; public static int Rebate() => 1; }
        """;

    private const string Tests = """
        namespace Small;
        public class PriceTests
        {
            [Fact] public void Gross_Hundred_IsTaxed() => Assert.Equal(120, Prices.Gross(100));
            [Theory, InlineData(0), InlineData(5)] public void Gross_Any_IsNotLess(int net) => Assert.True(Prices.Gross(net) >= net);
            [Fact] public void Rebate_Always_IsOne() => Assert.Equal(1, Prices.Rebate());
            [Fact(Skip = "not now")] public void Skipped() { }
            [Fact] public void Environment_HasNoSecret() => Assert.Null(Environment.GetEnvironmentVariable("RUN_TESTS_API_KEY"));
        }
        public class SlowTests
        {
            [Fact] public async Task Sleeps() { File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "started"), Environment.ProcessId.ToString()); await Task.Delay(-1, TestContext.Current.CancellationToken); }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("run-tests-").FullName;

    public TestRunnerTests()
    {
        File.WriteAllText(ProjectPath, Project);
        File.WriteAllText(CodePath, Code);
        File.WriteAllText(Path.Combine(_folder, "Tests.cs"), Tests);
        foreach (var name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
            File.WriteAllText(Path.Combine(_folder, name), "<Project />");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string ProjectPath => Path.Combine(_folder, "Small.csproj");

    private string CodePath => Path.Combine(_folder, "Prices.cs");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task RunAsync_ChangeThatBreaksATest_SelectsItAndReportsWhereItFailed()
    {
        Environment.SetEnvironmentVariable("RUN_TESTS_API_KEY", "very-secret");
        await RestoreAsync();
        using var workspace = MSBuildWorkspace.Create();
        var before = (await workspace.OpenProjectAsync(ProjectPath, cancellationToken: Cancellation)).Solution;
        var document = before.Projects.Single().Documents.Single(file => file.Name == "Prices.cs");
        // Read now: a workspace reads a file when it is asked for its text.
        await document.GetTextAsync(Cancellation);
        var broken = Code.Replace("net / 5", "net / 4", StringComparison.Ordinal);
        await File.WriteAllTextAsync(CodePath, broken, Cancellation);

        var selection = await TestReach.FindAsync(before.WithDocumentText(document.Id, SourceText.From(broken)), before, [document.Id], Cancellation);
        var run = await new TestRunner(new TestOptions(), TimeProvider.System).RunAsync(selection, _folder, Cancellation);

        // The rebate, the secret and the sleeper do not reach the tax.
        Assert.Equal(["Small.PriceTests.Gross_Any_IsNotLess", "Small.PriceTests.Gross_Hundred_IsTaxed"], selection.Tests.Select(test => test.FullName).Order());
        Assert.Empty(run.Notes);
        Assert.Equal((2, 1), (run.Results.Count(result => result.Outcome == TestOutcome.Passed), run.Results.Count(result => result.Outcome == TestOutcome.Failed)));
        var text = run.ToText(new TestOptions());
        Assert.StartsWith("2 passed, 1 failed, 0 skipped\n\nFAILED Small.PriceTests.Gross_Hundred_IsTaxed\n", text, StringComparison.Ordinal);
        Assert.Contains(" in Tests.cs:4", text, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder, text, StringComparison.Ordinal);

        var others = new TestSelection([new(ProjectPath, "Small.PriceTests", "Environment_HasNoSecret"), new(ProjectPath, "Small.PriceTests", "Skipped")], [], null);
        Assert.StartsWith("1 passed, 0 failed, 1 skipped\n", (await new TestRunner(new TestOptions(), TimeProvider.System).RunAsync(others, _folder, Cancellation)).ToText(new TestOptions()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_ProjectThatDoesNotBuild_SaysWhere()
    {
        await File.WriteAllTextAsync(CodePath, "namespace Small;\npublic static class Prices { nonsense }", Cancellation);

        var run = await new TestRunner(new TestOptions(), TimeProvider.System).RunAsync(new TestSelection([], [ProjectPath], null), _folder, Cancellation);

        Assert.Empty(run.Results);
        Assert.Matches(@"^Small does not build; no test of it was run.\nPrices.cs\(2,\d+\): error CS\d+", Assert.Single(run.Notes));
    }

    [Fact]
    public async Task RunAsync_Cancelled_KillsWhatWasStarted()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var selection = new TestSelection([new(ProjectPath, "Small.SlowTests", "Sleeps")], [], null);
        var run = new TestRunner(new TestOptions(), TimeProvider.System).RunAsync(selection, _folder, cancellation.Token);
        string? started = null;
        while (started is null or { Length: 0 } && !run.IsCompleted)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancellation);
            started = Directory.EnumerateFiles(_folder, "started", SearchOption.AllDirectories).Select(File.ReadAllText).FirstOrDefault();
        }

        Assert.False(run.IsCompleted);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(int.Parse(started!, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task RunAsync_TooSlow_IsStoppedAndSaysSo()
    {
        var selection = new TestSelection([new(ProjectPath, "Small.SlowTests", "Sleeps")], [], null);

        var run = await new TestRunner(new TestOptions { RunTime = TimeSpan.FromSeconds(3) }, TimeProvider.System).RunAsync(selection, _folder, Cancellation);

        Assert.Equal(["Small: stopped after 3 s; its results are missing."], run.Notes);
    }

    private async Task RestoreAsync()
    {
        using var restore = Process.Start(new ProcessStartInfo("dotnet", ["restore", ProjectPath, "-v", "q", "--disable-build-servers"]) { RedirectStandardOutput = true })!;
        await restore.StandardOutput.ReadToEndAsync(Cancellation);
        await restore.WaitForExitAsync(Cancellation);
        Assert.Equal(0, restore.ExitCode);
    }
}
