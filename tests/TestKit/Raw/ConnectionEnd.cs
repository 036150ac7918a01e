namespace Websopy.SemanticKernel.TestKit.Raw;

/// <summary>What a server does when its script has ended.</summary>
public enum ConnectionEnd
{
    /// <summary>Closes the connection in good order (FIN).</summary>
    Close,

    /// <summary>Closes its own direction and waits until the client closes the other.</summary>
    HalfClose,

    /// <summary>Resets the connection (RST).</summary>
    Reset,
}
