using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.Mapping;

/// <summary>A tool call whose arguments are still arriving.</summary>
internal sealed class ToolCallDraft(string callId, string name, string? wireId, Quoter quoter) : IDisposable
{
    private readonly PooledBuffer<char> _arguments = new();
    private JsonCompleteness _completeness;
    private int _bytes;

    public string CallId => callId;

    public string Name => name;

    /// <summary>The id that the server sends with the call's fragments; <see langword="null"/> where it sends none.</summary>
    public string? WireId => wireId;

    public bool IsWhole => _completeness.IsWhole;

    public bool HasArguments => _completeness.HasBegun;

    /// <exception cref="WebsopyException">The arguments are larger than <paramref name="maxBytes"/>.</exception>
    public void Append(JsonText fragment, int maxBytes)
    {
        var before = _arguments.Length;
        fragment.AppendTo(_arguments);
        var added = _arguments.Written[before..];
        _bytes += Encoding.UTF8.GetByteCount(added);
        if (_bytes > maxBytes)
        {
            throw new WebsopyException(
                WebsopyErrorKind.LimitExceeded,
                $"The arguments of a call of {quoter.Snippet(name)} are larger than {nameof(WebsopyClientOptions.MaxToolArgumentBytes)}, {maxBytes} bytes.");
        }

        _completeness.Append(added);
    }

    /// <summary>
    /// Makes the call. Arguments that are no JSON object are the model's mistake, not the wire's: the call carries the reason in
    /// <see cref="FunctionCallContent.Exception"/>, so that whoever invokes it can tell the model.
    /// </summary>
    public FunctionCallContent ToContent()
    {
        var call = new FunctionCallContent(callId, name);
        try
        {
            call.Arguments = HasArguments ? Parse(_arguments.WrittenMemory) : new Dictionary<string, object?>();
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException) // no JSON object; half a surrogate pair, or one escaped in a name
        {
            call.Exception = new InvalidOperationException(
                $"The model's arguments for {quoter.Snippet(name)} are not a JSON object ({JsonMistake.Of(exception)}): {quoter.Snippet(_arguments.Written.ToString())}");
        }

        return call;
    }

    public void Dispose() => _arguments.Dispose();

    private static Dictionary<string, object?> Parse(ReadOnlyMemory<char> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement.Clone(); // the values outlive the document's pooled memory
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (root.ValueKind == JsonValueKind.Null) return arguments;
        if (root.ValueKind != JsonValueKind.Object) throw new JsonException($"it is {root.ValueKind}");
        foreach (var property in root.EnumerateObject()) arguments[property.Name] = property.Value;
        return arguments;
    }
}
