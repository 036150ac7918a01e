using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Websopy.SemanticKernel.TestKit.Bytes;

namespace Websopy.SemanticKernel.TestKit.Http;

/// <summary>Answers for a <see cref="StubHttpHandler"/>.</summary>
public static class Responses
{
    public static HttpResponseMessage EventStream(string body) => EventStream(ByteScript.Of(body));

    public static HttpResponseMessage EventStream(ByteScript script, bool asynchronous = false) =>
        EventStream(new ScriptedStream(script, asynchronous));

    public static HttpResponseMessage EventStream(Stream body, string contentType = "text/event-stream")
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(body) };
        response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return response;
    }

    /// <summary>An answer of any status; header names of the content (such as Content-Type) are set by <paramref name="mediaType"/> alone.</summary>
    public static HttpResponseMessage Status(
        int status, string body = "", string? mediaType = "application/json", params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        if (mediaType is not null)
            response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);

        foreach (var (name, value) in headers)
            response.Headers.TryAddWithoutValidation(name, value);

        return response;
    }
}
