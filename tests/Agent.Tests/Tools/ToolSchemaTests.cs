using System.Text.Json;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.CodeIntelligence;
using Websopy.SemanticKernel.CodeIntelligence.Answers;

namespace Websopy.SemanticKernel.Agent.Tests.Tools;

public sealed class ToolSchemaTests
{
    private static readonly string[] Reading = ["solution", "outline", "search", "search_text", "read", "references", "diagnostics"];
    private static readonly string[] Changing = ["edit", "rename", "fix", "format", "undo"];
    private static readonly string[] Running = ["run_tests", "run_script"];

    [Fact]
    public async Task Tools_All_CostAtMost4000Tokens()
    {
        await using var code = CSharpCode.Begin(RepositoryFixture.SolutionPath, new() { StateFolder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()) });
        var functions = code.AsAIFunctions();

        // As a request carries them: name, description and schema of each.
        var described = functions.Select(function => JsonSerializer.Serialize(new { type = "function", function = new { name = function.Name, description = function.Description, parameters = function.JsonSchema } }));
        var tokens = described.Sum(TokenCounter.Count);

        TestContext.Current.TestOutputHelper!.WriteLine($"{functions.Count} tools, {tokens} tokens");
        Assert.Equal([.. Reading, .. Changing, .. Running], functions.Select(function => function.Name));
        Assert.InRange(tokens, 1, 4000);
    }

    [Theory]
    [InlineData(CodeApprovalPolicy.Ask, "edit,rename,fix,format,undo,run_tests,run_script")]
    [InlineData(CodeApprovalPolicy.AllowEdits, "run_tests,run_script")]
    [InlineData(CodeApprovalPolicy.AllowAll, "")]
    [InlineData(CodeApprovalPolicy.ReadOnly, "")]
    public async Task Functions_WithoutHandler_AskTheCallerAsThePolicyWants(CodeApprovalPolicy policy, string guarded)
    {
        await using var code = CSharpCode.Begin(RepositoryFixture.SolutionPath, new() { Approval = policy, StateFolder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()) });
        var functions = code.AsAIFunctions();

        Assert.Equal(guarded, string.Join(',', functions.Where(function => function.GetService<ApprovalRequiredAIFunction>() is not null).Select(function => function.Name)));
        Assert.Equal(policy == CodeApprovalPolicy.ReadOnly ? Reading.Length : Reading.Length + Changing.Length + Running.Length, functions.Count);
    }
}
