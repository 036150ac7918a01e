using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Moq;
using Websopy.SemanticKernel.Mapping;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.Tests.Mapping.RequestWriting;

/// <summary>Writes requests and gives their bytes as text; fails on bytes that are no UTF-8 or no JSON.</summary>
internal static class RequestBody
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static IChatClient Client { get; } = Mock.Of<IChatClient>();

    public static string Of(IEnumerable<ChatMessage> messages, ChatOptions? options = null, string? model = null)
    {
        using var buffer = new PooledBuffer<byte>();
        RequestWriter.Write(buffer, messages, options, model, Client);
        var json = StrictUtf8.GetString(buffer.Written);
        using var _ = JsonDocument.Parse(json);
        return json;
    }

    /// <summary>The body without its <c>messages</c>, for a request that has none.</summary>
    public static string OfOptions(ChatOptions options, string? model = null) => Of([], options, model);

    /// <summary>What is between the brackets of <c>messages</c>.</summary>
    public static string OfMessages(params ChatMessage[] messages) => Messages(Of(messages));

    public static string Messages(string body)
    {
        const string start = """{"messages":[""", end = "]}";
        Assert.StartsWith(start, body, StringComparison.Ordinal);
        Assert.EndsWith(end, body, StringComparison.Ordinal);
        return body[start.Length..^end.Length];
    }

    public static JsonElement Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
