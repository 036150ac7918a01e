using System.Net;
using System.Net.Http.Headers;

namespace Websopy.SemanticKernel.Benchmarks.Contenders;

/// <summary>Answers every request with a body from memory: what is measured is the client alone.</summary>
internal sealed class BodyHandler(string mediaType, Func<Stream> openBody) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = new StreamContent(openBody());
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
    }
}
