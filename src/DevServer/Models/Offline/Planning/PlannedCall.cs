using System.Text.Json.Nodes;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>A call that the request asks for.</summary>
internal sealed record PlannedCall(string Name, JsonObject Arguments)
{
    /// <summary>The call in a canonical form, by which two calls are the same.</summary>
    public string Key { get; } = Name + CanonicalJson.Write(Arguments);
}
