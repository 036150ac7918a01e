namespace Websopy.SemanticKernel.CodeIntelligence;

/// <summary>Asks a person whether something may be done. One request at a time is asked for.</summary>
/// <param name="request">What is to be done.</param>
/// <param name="cancellationToken">Cancelled with the call of the tool.</param>
/// <returns>The answer.</returns>
public delegate ValueTask<CodeApproval> CodeApprovalHandler(CodeApprovalRequest request, CancellationToken cancellationToken);
