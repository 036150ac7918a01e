namespace Websopy.SemanticKernel.DevServer.Protocol;

/// <summary>A request's body is not what the protocol says. The place is built up on the way out, so that a good request pays nothing for it.</summary>
internal sealed class InvalidRequestException(string place, string problem)
    : Exception(place.Length == 0 ? problem : $"{place}: {problem}")
{
    public InvalidRequestException Within(string outer) =>
        new(place.Length == 0 || place[0] == '[' ? outer + place : $"{outer}.{place}", problem);
}
