using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.DevServer.Protocol;

/// <summary>The model reported in its stream that it failed.</summary>
internal sealed class ModelErrorException(ErrorContent error)
    : Exception(error.ErrorCode is null ? error.Message : $"{error.ErrorCode}: {error.Message}");
