using ModelContextProtocol.Server;
using Websopy.SemanticKernel.CodeIntelligence;

namespace CodeAgent;

/// <summary>Serves the tools over one solution to an MCP client, over standard input and output.</summary>
internal static class CodeServer
{
    private const string Name = "websopy-code";

    public static async Task RunAsync(string solution, CodeApprovalPolicy policy, CancellationToken cancellationToken)
    {
        await using var code = await CSharpCode.OpenAsync(solution, new() { Approval = policy, ApprovalHandler = AskingTool.AskAsync }, cancellationToken);
        var options = new McpServerOptions
        {
            ServerInfo = new() { Name = Name, Version = typeof(CSharpCode).Assembly.GetName().Version?.ToString(3) ?? "0" },
            ServerInstructions = "Tools over one C# solution. Begin with solution and outline; edit writes only what compiles, and undo takes it back.",
            ToolCollection = [],
        };
        foreach (var function in code.AsAIFunctions())
            options.ToolCollection.Add(new AskingTool(McpServerTool.Create(new TextFunction(function))));

        await using var transport = new StdioServerTransport(Name);
        await using var server = McpServer.Create(transport, options);
        await server.RunAsync(cancellationToken);
    }
}
