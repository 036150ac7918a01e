using System.Text.RegularExpressions;
using Websopy.SemanticKernel.DevServer;
using Websopy.SemanticKernel.Package.Tests.Repository;
using Websopy.SemanticKernel.TestKit.Golden;
using Websopy.SemanticKernel.TestKit.Raw;
using Websopy.SemanticKernel.TestKit.Sse;

namespace Websopy.SemanticKernel.Package.Tests;

public sealed class ReadmeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Program_InTheReadme_IsTheOneThatIsCompiled()
    {
        var block = Regex.Match(Repo.Read("README.md"), "<!-- tests/ReadmeProgram/Program.cs -->\n```csharp\n(.*?)```", RegexOptions.Singleline);
        Assert.True(block.Success, "the README has no program");
        var program = Repo.Read("tests/ReadmeProgram/Program.cs");
        Assert.Equal(program, block.Groups[1].Value);
        Assert.True(program.TrimEnd().Split('\n').Length <= 30, "the README promises thirty lines");
    }

    [Fact]
    public async Task Program_Run_StreamsAToolCallItsResultAndUsage()
    {
        var (exitCode, output) = await RunAsync("ReadmeProgram", "Websopy.SemanticKernel.ReadmeProgram");
        Assert.True(exitCode == 0, output);
        Assert.Contains("-> get_weather", output, StringComparison.Ordinal);
        Assert.Contains("<- Lisbon: 21 °C, sunny", output, StringComparison.Ordinal);
        Assert.Matches(@"\[\d+ tokens\]", output);
    }

    [Theory]
    [InlineData("QuickStart")]
    [InlineData("KernelPlugin")]
    public void Sample_IsShort(string sample) =>
        Assert.True(Repo.Read($"samples/{sample}/Program.cs").TrimEnd().Split('\n').Length <= 60, "the sample promises sixty lines");

    [Fact]
    public async Task KernelPlugin_Run_InvokesBothFunctionsThroughTheFilter()
    {
        var (exitCode, output) = await RunAsync("KernelPlugin", "KernelPlugin");
        Assert.True(exitCode == 0, output);
        Assert.Contains("-> FolderSize(folder: src)", output, StringComparison.Ordinal);
        Assert.Matches(@"<- FolderSize: \d+ files, \d+ bytes", output);
        Assert.Contains("-> TimeInZone(timeZone: Asia/Tokyo)", output, StringComparison.Ordinal);
        Assert.Matches(@"\[stream ends: tool_calls\][\s\S]+\+09:00[\s\S]+\[stream ends: stop\]", output);
        Assert.Contains("[the history has user, assistant, tool, tool]", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("What time is it in Tokyo, and which are the three largest C# files here?")]
    [InlineData("东京现在几点？这里最大的三个 C# 文件是什么？")]
    public async Task QuickStart_Run_AnswersFromTheRealFolder(string question)
    {
        var (exitCode, output) = await RunAsync("QuickStart", "QuickStart", question);
        Assert.True(exitCode == 0, output);
        Assert.Contains("[development server at http://127.0.0.1:", output, StringComparison.Ordinal);
        Assert.Contains("-> TimeInZone(timeZone: Asia/Tokyo)", output, StringComparison.Ordinal);
        Assert.Matches(@"-> LargestFiles\(.*\*\.cs.*3.*\)", output);
        Assert.Matches(@"\[\d+ tokens in, \d+ tokens out\]", output);
        var largest = Repo.SourceFiles(".").Select(file => new FileInfo(Path.Combine(Repo.Root, file))).MaxBy(file => file.Length)!;
        Assert.Contains(largest.Name, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task QuickStart_WithAnEndpoint_AsksThatServer()
    {
        await using var server = await WebsopyDevServer.StartAsync(new() { Model = ScriptedChatClient.Play(script => script.Text("scripted").Usage(3, 4)) }, Cancel);
        var (exitCode, output) = await RunAsync("QuickStart", "QuickStart", "Hi", "--endpoint", server.Endpoint.ToString());
        Assert.True(exitCode == 0, output);
        Assert.Equal("scripted [3 tokens in, 4 tokens out]", Regex.Replace(output, @"\s+", " ").Trim());
    }

    [Fact]
    public async Task QuickStart_WhenTheServerFails_SaysSoWithoutAStackTrace()
    {
        await using var server = await WebsopyDevServer.StartAsync(
            new() { Model = ScriptedChatClient.Play(script => script.Text("half").Fail(new InvalidOperationException("out of words"))) }, Cancel);
        var (exitCode, output) = await RunAsync("QuickStart", "QuickStart", "Hi", "--endpoint", server.Endpoint.ToString());
        Assert.Equal(1, exitCode);
        Assert.Contains("half", output, StringComparison.Ordinal);
        Assert.Contains("out of words", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task QuickStart_WhenTheModelsArgumentsAreBroken_GoesOn()
    {
        await using var server = RawHttpServer.Start(
            RawReply.ChunkedEventStream(EventStreamBuilder.Of(Chunks.Tool("TimeInZone", "[1]"), Chunks.Done(1, 2)).ToScript()),
            RawReply.ChunkedEventStream(EventStreamBuilder.Of(Chunks.Content("Sorry."), Chunks.Done(3, 4)).ToScript()));
        var (exitCode, output) = await RunAsync("QuickStart", "QuickStart", "Hi", "--endpoint", server.Address.ToString());
        Assert.True(exitCode == 0, output);
        Assert.Contains("-> TimeInZone()", output, StringComparison.Ordinal);
        Assert.Contains("Sorry.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Commands_AreTheTwoOfTheReadme()
    {
        var commands = Regex.Matches(Repo.Read("README.md"), "```console\n(.*?)\n```", RegexOptions.Singleline).Select(match => match.Groups[1].Value);
        Assert.Equal(["dotnet run --project samples/QuickStart", "dotnet test"], commands);
    }

    /// <summary>Runs a program that the build of this test project has built along with it.</summary>
    private static Task<(int ExitCode, string Output)> RunAsync(string folder, string assembly, params string[] arguments)
    {
        var here = AppContext.BaseDirectory;
        var configuration = here.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
        var project = Directory.GetDirectories(Repo.Root, folder, SearchOption.AllDirectories).First(found => Directory.GetFiles(found, "*.csproj").Length == 1);
        return Repo.RunAsync("dotnet", [Path.Combine(project, "bin", configuration, "net10.0", assembly + ".dll"), .. arguments], Cancel);
    }
}
