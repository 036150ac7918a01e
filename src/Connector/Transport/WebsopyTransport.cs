using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.Transport;

/// <summary>Sends a request and hands on the answer when it is an event stream; everything else is a typed exception.</summary>
internal sealed class WebsopyTransport(HttpClient client, WebsopyClientOptions options, Quoter quoter, TimeProvider time)
{
    private static readonly ProductInfoHeaderValue Product = new(
        "Websopy.SemanticKernel",
        typeof(WebsopyTransport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]);

    /// <summary>Makes the client's own HTTP client: no redirects, so that the key goes nowhere else, and no overall timeout.</summary>
    public static HttpClient CreateHttpClient(WebsopyClientOptions options) =>
        new(CreateHandler(options.ConnectTimeout)) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The handler under every HTTP client that this project makes.</summary>
    public static SocketsHttpHandler CreateHandler(TimeSpan connectTimeout) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = connectTimeout,
        ResponseDrainTimeout = TimeSpan.FromMilliseconds(50), // a reply that is left ends now: its tail is not worth two more seconds of tokens
        PooledConnectionLifetime = TimeSpan.FromMinutes(5), // a client lives as long as its application: follow DNS all the same
    };

    /// <summary>Sends one attempt.</summary>
    /// <param name="body">What to send.</param>
    /// <param name="lastEventId">The event after which to go on; <see langword="null"/> to begin.</param>
    /// <param name="idle">Bounds the wait for the answer's head, and cancels.</param>
    /// <returns>An answer that is an event stream. The caller disposes it.</returns>
    /// <exception cref="WebsopyException">The answer is anything else.</exception>
    public async Task<HttpResponseMessage> SendAsync(RequestBody body, string? lastEventId, IdleTimer idle)
    {
        var request = CreateRequest(body, lastEventId);
        HttpResponseMessage response;
        idle.WaitBegins();
        try
        {
            response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, idle.Token).ConfigureAwait(false);
        }
        finally
        {
            idle.WaitEnds();
        }

        if (IsEventStream(response)) return response;
        using (response)
        {
            throw await new RejectedAnswer(response, options, quoter, time).ToExceptionAsync(idle).ConfigureAwait(false);
        }
    }

    private HttpRequestMessage CreateRequest(RequestBody body, string? lastEventId)
    {
        var request = body.PlainMessage is { } message
            ? new HttpRequestMessage(HttpMethod.Get, WithMessage(options.Endpoint, message))
            : new HttpRequestMessage(HttpMethod.Post, options.Endpoint) { Content = body.ToContent() };
        request.Version = client.DefaultRequestVersion;
        request.VersionPolicy = client.DefaultVersionPolicy;
        request.Headers.TryAddWithoutValidation("Accept", WireNames.EventStreamMediaType);
        request.Headers.UserAgent.Add(Product);
        if (!string.IsNullOrEmpty(options.ApiKey)) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.ApiKey);
        if (lastEventId is not null) request.Headers.TryAddWithoutValidation(WireNames.LastEventIdHeader, lastEventId);
        return request;
    }

    private static Uri WithMessage(Uri endpoint, string message)
    {
        var before = endpoint.Query.Length > 1 ? endpoint.Query + "&" : "?";
        return new UriBuilder(endpoint) { Query = $"{before}{WireNames.MessageQuery}={Uri.EscapeDataString(message)}" }.Uri;
    }

    private bool IsEventStream(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.OK
        && !RejectedAnswer.IsFromElsewhere(response, options.Endpoint)
        && string.Equals(response.Content.Headers.ContentType?.MediaType, WireNames.EventStreamMediaType, StringComparison.OrdinalIgnoreCase);
}
