using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Websopy.SemanticKernel.CodeIntelligence;

namespace CodeAgent;

/// <summary>A tool whose approvals are asked for at the client that calls it.</summary>
internal sealed class AskingTool(McpServerTool tool) : DelegatingMcpServerTool(tool)
{
    // What a person can read in a dialog.
    private const int MaxDetails = 20_000;

    private static readonly AsyncLocal<McpServer?> Caller = new();

    public static async ValueTask<CodeApproval> AskAsync(CodeApprovalRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await Caller.Value!.ElicitAsync(Question(request), cancellationToken);
            return answer.IsAccepted && Value(answer, "allow") is { ValueKind: JsonValueKind.True } ? CodeApproval.Allow
                : CodeApproval.Deny(Value(answer, "reason") is { ValueKind: JsonValueKind.String } reason ? reason.GetString() : null);
        }
        catch (InvalidOperationException)
        {
            return CodeApproval.Deny("this client cannot ask its user. Start the server with --allow-edits or --allow-all to permit it.");
        }
    }

    public override async ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        Caller.Value = request.Server;
        return await base.InvokeAsync(request, cancellationToken);
    }

    private static ElicitRequestParams Question(CodeApprovalRequest request) => new()
    {
        Message = $"{request.Title}\n\n{(request.Details.Length > MaxDetails ? request.Details[..MaxDetails] + "\n..." : request.Details)}",
        RequestedSchema = new()
        {
            Properties =
            {
                ["allow"] = new ElicitRequestParams.BooleanSchema { Title = "Allow", Description = "Carry it out" },
                ["reason"] = new ElicitRequestParams.StringSchema { Title = "Reason", Description = "If not, why; the model is told", MaxLength = 1000 },
            },
            Required = ["allow"],
        },
    };

    private static JsonElement? Value(ElicitResult answer, string name) =>
        answer.Content is { } content && content.TryGetValue(name, out var value) ? value : null;
}
