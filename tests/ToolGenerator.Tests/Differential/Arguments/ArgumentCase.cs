using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.Differential;

/// <summary>Arguments to call with.</summary>
/// <param name="Name">What is special about them.</param>
/// <param name="Make">Makes them anew for each call.</param>
/// <param name="IsCancelled">Whether the call is cancelled before it begins.</param>
internal sealed record ArgumentCase(string Name, Func<AIFunctionArguments> Make, bool IsCancelled = false);
