using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Mapping;

/// <summary>A result, the message it is written after, the message it stands in, and the call it answers where that is known.</summary>
internal readonly record struct PairedResult(int After, int StandsIn, FunctionResultContent Result, FunctionCallContent? Call);
