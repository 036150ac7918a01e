namespace Websopy.SemanticKernel.DevServer.Hosting;

/// <summary>A request that is answered with an error instead of a stream.</summary>
internal sealed class RequestRefusedException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;
}
