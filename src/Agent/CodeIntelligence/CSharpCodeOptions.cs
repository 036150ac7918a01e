namespace Websopy.SemanticKernel.CodeIntelligence;

/// <summary>How a solution is opened, and what its tools may do.</summary>
public sealed class CSharpCodeOptions
{
    /// <summary>What needs a person's approval. Default: <see cref="CodeApprovalPolicy.Ask"/>.</summary>
    public CodeApprovalPolicy Approval { get; set; } = CodeApprovalPolicy.Ask;

    /// <summary>
    /// Who is asked. Default: null. Then functions that need approval are
    /// <see cref="Microsoft.Extensions.AI.ApprovalRequiredAIFunction"/>, which a chat client asks about, and a kernel's plugin
    /// refuses them in words.
    /// </summary>
    public CodeApprovalHandler? ApprovalHandler { get; set; }

    /// <summary>
    /// Where the journal of changes and what makes the next opening fast are kept; outside the solution's folder, and the same
    /// one for all processes that change it. Default: null, a folder of the user's local application data for each solution.
    /// </summary>
    public string? StateFolder { get; set; }

    /// <summary>
    /// Whether <c>run_script</c> may run code as this process' user where the machine has no sandbox. Default: false, it refuses.
    /// </summary>
    public bool AllowUnsandboxedScripts { get; set; }

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
