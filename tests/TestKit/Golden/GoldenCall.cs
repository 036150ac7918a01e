namespace Websopy.SemanticKernel.TestKit.Golden;

/// <summary>A tool call that a reply makes.</summary>
/// <param name="Name">The tool.</param>
/// <param name="Arguments">The whole arguments, as compact JSON; <c>{}</c> for none.</param>
/// <param name="Id">The id on the wire; null where the client has to make one.</param>
public sealed record GoldenCall(string Name, string Arguments, string? Id = null);
