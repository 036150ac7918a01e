using System.Text.Json.Nodes;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>The arguments of one call, or of several calls of the same tool.</summary>
/// <param name="Arguments">The arguments of each call.</param>
/// <param name="Missing">Required parameters that the request does not give.</param>
/// <param name="Sure">How many parameters the request's own words fill.</param>
/// <param name="Typed">How many required parameters have a value of unmistakable form, such as a path for a path.</param>
/// <param name="Unused">How many literals of the request no parameter takes.</param>
internal sealed record FilledCalls(IReadOnlyList<JsonObject> Arguments, IReadOnlyList<ParameterSchema> Missing, int Sure, int Typed, int Unused);
