using System.Diagnostics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Websopy.SemanticKernel.TestKit;
using Websopy.SemanticKernel.TestKit.Diagnostics;
using Websopy.SemanticKernel.TestKit.Golden;
using Websopy.SemanticKernel.TestKit.Sse;

namespace Websopy.SemanticKernel.Tests.Middleware;

/// <summary>The middleware of Microsoft.Extensions.AI finds on this client all that it looks for.</summary>
public sealed class MiddlewareTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void GetService_KnownTypes_AreFound()
    {
        using var harness = new ClientHarness(options => options.Model = "m-1");
        IChatClient client = harness.Client;
        var metadata = client.GetService<ChatClientMetadata>();
        Assert.Equal("websopy", metadata?.ProviderName);
        Assert.Equal(harness.Options.Endpoint, metadata?.ProviderUri);
        Assert.Equal("m-1", metadata?.DefaultModelId);
        Assert.Same(client, client.GetService<WebsopyChatClient>());
        Assert.Same(client, client.GetService<IChatClient>());
        Assert.Null(client.GetService<WebsopyChatClient>("key"));
        Assert.Null(client.GetService<string>());
    }

    [Fact]
    public async Task UseOpenTelemetry_Stream_FillsAttributesAndMetrics()
    {
        const string Source = "Websopy.Tests.Telemetry";
        List<Activity> spans = [];
        List<Metric> metrics = [];
        using var traces = Sdk.CreateTracerProviderBuilder().AddSource(Source).AddInMemoryExporter(spans).Build();
        using var meters = Sdk.CreateMeterProviderBuilder().AddMeter(Source).AddInMemoryExporter(metrics).Build();
        using var harness = ClientHarness.For(
            """{"type":"content","content":"Hi","id":"r-1","model":"m-2"}""", Chunks.Done(20, 150));
        using var client = harness.Client.AsBuilder().UseOpenTelemetry(sourceName: Source).Build();

        var options = new ChatOptions { ModelId = "m-1", Temperature = 0.5f, MaxOutputTokens = 99 };
        await foreach (var _ in client.GetStreamingResponseAsync("Hello", options, Cancel))
        {
        }

        meters!.ForceFlush();
        var span = Assert.Single(spans);
        Assert.Equal("chat m-1", span.DisplayName);
        Assert.Equal("websopy", span.GetTagItem("gen_ai.provider.name"));
        Assert.Equal("m-1", span.GetTagItem("gen_ai.request.model"));
        Assert.Equal("m-2", span.GetTagItem("gen_ai.response.model"));
        Assert.Equal("r-1", span.GetTagItem("gen_ai.response.id"));
        Assert.Equal(20L, Convert.ToInt64(span.GetTagItem("gen_ai.usage.input_tokens"), null));
        Assert.Equal(150L, Convert.ToInt64(span.GetTagItem("gen_ai.usage.output_tokens"), null));
        Assert.Equal("api.websopy.test", span.GetTagItem("server.address"));
        Assert.Equal("[\"stop\"]", span.GetTagItem("gen_ai.response.finish_reasons"));
        Assert.Contains(metrics, metric => metric.Name == "gen_ai.client.token.usage");
        Assert.Contains(metrics, metric => metric.Name == "gen_ai.client.operation.duration");
    }

    [Fact]
    public async Task UseLogging_Stream_LogsWithoutTheKey()
    {
        using var harness = ClientHarness.For(Chunks.Content("Hi"), Chunks.Done());
        using var log = new CapturingLoggerFactory();
        using var client = harness.Client.AsBuilder().UseLogging(log).Build();
        Assert.Equal("Hi", (await client.GetResponseAsync("Hello", cancellationToken: Cancel)).Text);
        Assert.Contains("GetResponseAsync", log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(ClientHarness.Key, log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UseDistributedCache_SameRequest_IsSentOnceAndKeepsTheUsage()
    {
        IDistributedCache cache = new MemoryDistributedCache(Microsoft.Extensions.Options.Options.Create(new MemoryDistributedCacheOptions()));
        using var harness = ClientHarness.For(Chunks.Content("Hi"), Chunks.Tool("now", "{\"a\":1}"), Chunks.Done(1, 2));
        using var client = harness.Client.AsBuilder().UseDistributedCache(cache).Build();

        List<ChatResponse> responses = [];
        for (var i = 0; i < 2; i++)
            responses.Add(await client.GetStreamingResponseAsync("Hello", cancellationToken: Cancel).ToChatResponseAsync(Cancel));

        Assert.Single(harness.Server.Requests);
        Assert.All(responses, response => Assert.Equal("Hi", response.Text));
        Assert.All(responses, response => Assert.Equal(3, response.Usage?.TotalTokenCount));
        Assert.All(responses, response => Assert.Equal("now", Assert.Single(response.Messages[0].Contents.OfType<FunctionCallContent>()).Name));
    }

    [Fact]
    public async Task UseFunctionInvocation_Stream_InvokesAndReportsUsageOfBothRounds()
    {
        using var harness = ClientHarness.For(Chunks.Content("Let me see. "), Chunks.Tool("add", "{\"a\":2,\"b\":3}"), Chunks.Done(10, 5))
            .Then(EventStreamBuilder.Of(Chunks.Content("It is 5."), Chunks.Done(20, 4)).ToScript());
        using var client = harness.Client.AsBuilder().UseFunctionInvocation().Build();
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create((int a, int b) => a + b, "add")] };

        var response = await client.GetStreamingResponseAsync("2+3?", options, Cancel).ToChatResponseAsync(Cancel);

        Assert.Equal("Let me see. It is 5.", string.Concat(response.Messages.Where(message => message.Role == ChatRole.Assistant).Select(message => message.Text)));
        Assert.Equal(39, response.Usage?.TotalTokenCount);
        var second = harness.Server.Requests[1].BodyText;
        Assert.Contains("\"toolCalls\":[{\"id\":\"call_", second, StringComparison.Ordinal);
        Assert.Contains("\"role\":\"tool\"", second, StringComparison.Ordinal);
        Assert.Contains("\"content\":\"5\"", second, StringComparison.Ordinal);
    }
}
