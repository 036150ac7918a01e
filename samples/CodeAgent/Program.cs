using CodeAgent;
using Websopy.SemanticKernel.CodeIntelligence;

// mcp SOLUTION [--allow-edits | --allow-all | --read-only]
using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stopping.Cancel();
};
try
{
    switch (args)
    {
        case ["mcp", var solution, .. var switches] when PolicyOf(switches) is { } policy:
            await CodeServer.RunAsync(solution, policy, stopping.Token);
            return 0;
        default:
            Console.Error.WriteLine("Usage: mcp SOLUTION [--allow-edits | --allow-all | --read-only]\nServes the code tools over standard input and output. Without a switch each change is asked for, by elicitation.");
            return 2;
    }
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    return 130;
}
catch (CodeException failure)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}

static CodeApprovalPolicy? PolicyOf(string[] switches) => switches switch
{
    [] => CodeApprovalPolicy.Ask,
    ["--allow-edits"] => CodeApprovalPolicy.AllowEdits,
    ["--allow-all"] => CodeApprovalPolicy.AllowAll,
    ["--read-only"] => CodeApprovalPolicy.ReadOnly,
    _ => null,
};
