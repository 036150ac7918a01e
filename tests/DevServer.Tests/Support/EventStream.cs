using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Websopy.SemanticKernel.DevServer.Tests.Support;

/// <summary>A client of its own, so that the server is not tested with the code that was written beside it.</summary>
internal sealed class EventStream : IDisposable
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { ResponseDrainTimeout = TimeSpan.Zero });
    private readonly StreamReader _lines;

    private EventStream(HttpResponseMessage response, Stream body)
    {
        Response = response;
        _lines = new StreamReader(body, Encoding.UTF8);
    }

    public HttpResponseMessage Response { get; }

    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>Comments that came between the events read so far.</summary>
    public List<string> Comments { get; } = [];

    public static async Task<EventStream> PostAsync(Uri endpoint, string body = TestServers.Question, string? lastEventId = null, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        return await SendAsync(request, lastEventId, key);
    }

    public static Task<EventStream> GetAsync(Uri endpoint, string? lastEventId = null, string? key = null) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, endpoint), lastEventId, key);

    public static async Task<EventStream> SendAsync(HttpRequestMessage request, string? lastEventId = null, string? key = null)
    {
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        var token = TestContext.Current.CancellationToken;
        var response = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
        return new EventStream(response, await response.Content.ReadAsStreamAsync(token));
    }

    /// <summary>The next event; <see langword="null"/> where the stream ended.</summary>
    public async Task<ServerEvent?> NextAsync()
    {
        string? id = null, data = null;
        while (await _lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Length == 0 && data is not null)
                return new ServerEvent(id!, data);
            if (line.StartsWith(':'))
                Comments.Add(line);
            else if (line.StartsWith("id: ", StringComparison.Ordinal))
                id = line[4..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
                data = line[6..];
            else
                Assert.Empty(line);
        }

        return null;
    }

    /// <summary>The next line that is not empty, whatever it is.</summary>
    public async Task<string> NextLineAsync()
    {
        while (await _lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Length > 0)
                return line;
        }

        throw new InvalidOperationException("The stream ended.");
    }

    public async Task<List<ServerEvent>> ReadAsync(int count)
    {
        List<ServerEvent> events = [];
        while (events.Count < count)
            events.Add(await NextAsync() ?? throw new InvalidOperationException("The stream ended."));
        return events;
    }

    public async Task<List<ServerEvent>> ReadAllAsync()
    {
        List<ServerEvent> events = [];
        while (await NextAsync() is { } next)
            events.Add(next);
        return events;
    }

    public Task<string> ReadTextAsync() => _lines.ReadToEndAsync(TestContext.Current.CancellationToken);

    /// <summary>Drops the connection.</summary>
    public void Dispose()
    {
        _lines.Dispose();
        Response.Dispose();
    }
}
