using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Websopy.SemanticKernel.Agent.Tests.Tools;

/// <summary>The sample's server as a client sees it: a process, and its standard input and output.</summary>
public sealed class McpServerTests : IAsyncLifetime
{
    private readonly List<string> _asked = [];
    private SmallSolution _solution = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _solution = await SmallSolution.CreateAsync(Cancel);

    public ValueTask DisposeAsync() => _solution.DisposeAsync();

    [Fact]
    public async Task Mcp_AnyClient_AsksAndChangesWithApproval()
    {
        await using var client = await ConnectAsync(Answer("accept", allow: true));

        var tools = await client.ListToolsAsync(cancellationToken: Cancel);
        var outline = await CallAsync(client, "outline", []);
        var edited = await CallAsync(client, "rename", new() { ["symbol"] = "Greeter.Greet", ["newName"] = "Welcome" });

        Assert.Equal(14, tools.Count);
        Assert.Contains("Greet(string name)", outline, StringComparison.Ordinal);
        Assert.StartsWith("Done: Rename Greet to Welcome.", edited, StringComparison.Ordinal);
        Assert.Contains("-    public string Greet(string name)", Assert.Single(_asked), StringComparison.Ordinal);
        Assert.Contains("Welcome", _solution.Read("App/Program.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mcp_TheUserDeclines_ChangesNothing()
    {
        await using var client = await ConnectAsync(Answer("accept", allow: false));

        var answer = await CallAsync(client, "rename", new() { ["symbol"] = "Greeter.Greet", ["newName"] = "Welcome" });

        Assert.StartsWith("NotApproved: ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Welcome", _solution.Read("Lib/Greeter.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mcp_AClientThatCannotAsk_ChangesNothingAndIsToldWhy()
    {
        await using var client = await ConnectAsync(null);

        var answer = await CallAsync(client, "rename", new() { ["symbol"] = "Greeter.Greet", ["newName"] = "Welcome" });

        Assert.Contains("cannot ask its user", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Welcome", _solution.Read("Lib/Greeter.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mcp_ReadOnly_OffersOnlyWhatReads()
    {
        await using var client = await ConnectAsync(null, "--read-only");

        var tools = await client.ListToolsAsync(cancellationToken: Cancel);

        Assert.Equal(["diagnostics", "outline", "read", "references", "search", "search_text", "solution"], tools.Select(tool => tool.Name).Order());
    }

    private async Task<McpClient> ConnectAsync(Func<ElicitRequestParams?, ElicitResult>? elicit, params string[] switches)
    {
        var program = Path.Combine(RepositoryFixture.Root, "samples", "CodeAgent", "bin", Configuration, "net10.0", "Websopy.SemanticKernel.CodeAgent.dll");
        var transport = new StdioClientTransport(new()
        {
            Command = "dotnet",
            Arguments = [program, "mcp", _solution.Path, .. switches],
            EnvironmentVariables = new Dictionary<string, string?> { ["XDG_DATA_HOME"] = _solution.State },
        });
        var options = new McpClientOptions();
        if (elicit is not null)
            options.Handlers.ElicitationHandler = (question, _) => ValueTask.FromResult(elicit(question));
        return await McpClient.CreateAsync(transport, options, cancellationToken: Cancel);
    }

    private Func<ElicitRequestParams?, ElicitResult> Answer(string action, bool allow) => question =>
    {
        _asked.Add(question!.Message);
        return new() { Action = action, Content = new Dictionary<string, JsonElement> { ["allow"] = JsonSerializer.SerializeToElement(allow) } };
    };

    private static async Task<string> CallAsync(McpClient client, string tool, Dictionary<string, object?> arguments)
    {
        var result = await client.CallToolAsync(tool, arguments, cancellationToken: Cancel);
        return string.Concat(result.Content.OfType<TextContentBlock>().Select(block => block.Text));
    }

    private static string Configuration =>
#if DEBUG
        "Debug";
#else
        "Release";
#endif
}
