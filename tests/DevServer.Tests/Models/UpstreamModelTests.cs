using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Websopy.SemanticKernel.DevServer.Tests.Support;

namespace Websopy.SemanticKernel.DevServer.Tests.Models;

/// <summary>A server that speaks OpenAI's streaming protocol stands behind the development server.</summary>
public sealed class UpstreamModelTests
{
    private static readonly string[] Chunks =
    [
        """{"id":"chatcmpl-1","object":"chat.completion.chunk","created":1700000000,"model":"tiny","choices":[{"index":0,"delta":{"role":"assistant","content":"It is"},"finish_reason":null}]}""",
        """{"id":"chatcmpl-1","object":"chat.completion.chunk","created":1700000000,"model":"tiny","choices":[{"index":0,"delta":{"content":" 时间"},"finish_reason":null}]}""",
        """{"id":"chatcmpl-1","object":"chat.completion.chunk","created":1700000000,"model":"tiny","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"call_abc","type":"function","function":{"name":"get_time","arguments":"{\"zone\":"}}]},"finish_reason":null}]}""",
        """{"id":"chatcmpl-1","object":"chat.completion.chunk","created":1700000000,"model":"tiny","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"\"Asia/Tokyo\"}"}}]},"finish_reason":null}]}""",
        """{"id":"chatcmpl-1","object":"chat.completion.chunk","created":1700000000,"model":"tiny","choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}""",
        """{"id":"chatcmpl-1","object":"chat.completion.chunk","created":1700000000,"model":"tiny","choices":[],"usage":{"prompt_tokens":7,"completion_tokens":9,"total_tokens":16}}""",
    ];

    [Fact]
    public async Task Create_OpenAICompatibleServer_AnswersThroughWebsopysProtocol()
    {
        JsonElement? asked = null;
        string? authorization = null;
        await using var upstream = await StartUpstreamAsync(async context =>
        {
            authorization = context.Request.Headers.Authorization;
            asked = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body, cancellationToken: context.RequestAborted);
            await WriteAsync(context.Response, Chunks);
        });
        using var model = UpstreamModel.Create(new Uri($"{upstream.Urls.First()}/v1"), "tiny", "upstream-key");
        await using var server = await TestServers.StartAsync(model);

        using var stream = await EventStream.PostAsync(server.Endpoint, """
            {"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"What time is it in Tokyo?"}],"model":"websopy-large","maxTokens":50,
             "tools":[{"name":"get_time","description":"The time.","parameters":{"type":"object","properties":{"zone":{"type":"string"}}}}]}
            """);
        var events = await stream.ReadAllAsync();

        Assert.Equal(["content", "content", "tool_call", "done"], events.Select(e => e.Type));
        Assert.Equal("It is 时间", events[0].Text + events[1].Text);
        Assert.Equal(("chatcmpl-1", "tiny", "1700000000"), (events[0].Field("id"), events[0].Field("model"), events[0].Field("created")));
        Assert.Equal("""{"name":"get_time","arguments":"{\"zone\":\"Asia/Tokyo\"}"}""", events[2].Field("tool"));
        Assert.Equal("tool_calls", events[3].Field("finishReason"));
        Assert.Contains("\"promptTokens\":7,\"completionTokens\":9,\"totalTokens\":16", events[3].Field("usage"), StringComparison.Ordinal);

        Assert.Equal("Bearer upstream-key", authorization);
        Assert.Equal("tiny", asked!.Value.GetProperty("model").GetString());
        Assert.Equal(["system", "user"], asked.Value.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("role").GetString()));
        Assert.Equal("get_time", asked.Value.GetProperty("tools")[0].GetProperty("function").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Create_ServerRefuses_IsAnErrorChunk()
    {
        await using var upstream = await StartUpstreamAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return context.Response.WriteAsync("""{"error":{"message":"model 'tiny' not found"}}""", context.RequestAborted);
        });
        using var model = UpstreamModel.Create(new Uri($"{upstream.Urls.First()}/v1"), "tiny");
        await using var server = await TestServers.StartAsync(model);

        using var stream = await EventStream.PostAsync(server.Endpoint);
        var error = Assert.Single(await stream.ReadAllAsync());

        Assert.Equal("error", error.Type);
        Assert.Contains("not found", error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_ClientGoes_ClosesTheUpstreamsConnection()
    {
        var aborted = new TaskCompletionSource();
        await using var upstream = await StartUpstreamAsync(async context =>
        {
            context.RequestAborted.Register(() => aborted.TrySetResult());
            await WriteAsync(context.Response, Chunks[..1], done: false);
            await aborted.Task;
        });
        using var model = UpstreamModel.Create(new Uri($"{upstream.Urls.First()}/v1"), "tiny");
        await using var server = await TestServers.StartAsync(model, o => o.ResumeWindow = TimeSpan.Zero);

        using (var stream = await EventStream.PostAsync(server.Endpoint))
            Assert.Equal("It is", (await stream.NextAsync())!.Text);

        await aborted.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<WebApplication> StartUpstreamAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var application = builder.Build();
        application.MapPost("/v1/chat/completions", answer);
        await application.StartAsync(TestContext.Current.CancellationToken);
        return application;
    }

    private static async Task WriteAsync(HttpResponse response, IEnumerable<string> chunks, bool done = true)
    {
        response.ContentType = "text/event-stream";
        foreach (var chunk in chunks)
            await response.WriteAsync($"data: {chunk}\n\n", response.HttpContext.RequestAborted);
        if (done)
            await response.WriteAsync("data: [DONE]\n\n", response.HttpContext.RequestAborted);
        await response.Body.FlushAsync(response.HttpContext.RequestAborted);
    }
}
