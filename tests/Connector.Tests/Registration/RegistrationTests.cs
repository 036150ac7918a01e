using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Websopy.SemanticKernel.TestKit;
using Websopy.SemanticKernel.TestKit.Diagnostics;
using Websopy.SemanticKernel.TestKit.Golden;
using Websopy.SemanticKernel.TestKit.Http;
using Websopy.SemanticKernel.TestKit.Sse;

namespace Websopy.SemanticKernel.Tests.Registration;

public sealed class RegistrationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AddWebsopyChatClient_ConfigurationSection_BindsOptionsAndSends()
    {
        using var server = new StubHttpHandler();
        server.Answer(() => Responses.EventStream(EventStreamBuilder.Of(Chunks.Content("Hello"), Chunks.Done()).ToScript()));
        using var host = HostWith(
            services => services.AddWebsopyChatClient(),
            server,
            ("Websopy:Endpoint", "https://chat.test/v1"), ("Websopy:ApiKey", ClientHarness.Key), ("Websopy:Model", "m-1"), ("Websopy:IdleTimeout", "00:00:07"));
        await host.StartAsync(Cancel);

        var client = host.Services.GetRequiredService<IChatClient>();
        Assert.Equal("Hello", (await client.GetResponseAsync("Hi", cancellationToken: Cancel)).Text);
        var request = Assert.Single(server.Requests);
        Assert.Equal("https://chat.test/v1", request.Target);
        Assert.Equal($"Bearer {ClientHarness.Key}", request.Header("Authorization"));
        Assert.Contains("\"model\":\"m-1\"", request.BodyText, StringComparison.Ordinal);
        var options = host.Services.GetRequiredService<IOptions<WebsopyClientOptions>>().Value;
        Assert.Equal(TimeSpan.FromSeconds(7), options.IdleTimeout);
    }

    [Fact]
    public void AddWebsopyChatClient_Configure_WinsOverConfiguration()
    {
        using var host = HostWith(
            services => services.AddWebsopyChatClient(options => options.Model = "from code"),
            null,
            ("Websopy:Model", "from configuration"), ("Websopy:ApiKey", "k"));
        Assert.Equal("from code", host.Services.GetRequiredService<IOptions<WebsopyClientOptions>>().Value.Model);
    }

    [Fact]
    public async Task AddWebsopyChatClient_NoKey_FailsAtStartAndSaysWhatToSet()
    {
        using var host = HostWith(services => services.AddWebsopyChatClient(options => options.ApiKey = null), null);
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Cancel));
        Assert.Contains("WEBSOPY_API_KEY", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Websopy:ApiKey", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddWebsopyChatClient_NoConfigurationRegistered_StillWorks()
    {
        var services = new ServiceCollection();
        services.AddWebsopyChatClient(options => options.ApiKey = "k");
        using var provider = services.BuildServiceProvider();
        Assert.NotNull(provider.GetRequiredService<IChatClient>().GetService<WebsopyChatClient>());
    }

    [Fact]
    public async Task AddKeyedWebsopyChatClient_TwoKeys_EachHasItsOptionsAndValidation()
    {
        using var host = HostWith(
            services =>
            {
                services.AddKeyedWebsopyChatClient("fast", options => options.Model = "small");
                services.AddKeyedWebsopyChatClient("good", options => options.Model = "large");
            },
            null,
            ("Websopy:ApiKey", "k"));
        await host.StartAsync(Cancel);
        Assert.Equal("small", ModelOf(host.Services.GetRequiredKeyedService<IChatClient>("fast")));
        Assert.Equal("large", ModelOf(host.Services.GetRequiredKeyedService<IChatClient>("good")));
        Assert.Null(host.Services.GetService<IChatClient>());

        using var broken = HostWith(
            services =>
            {
                services.AddKeyedWebsopyChatClient("fast");
                services.AddKeyedWebsopyChatClient("good", options => options.MaxRetries = -1);
            },
            null,
            ("Websopy:ApiKey", "k"));
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => broken.StartAsync(Cancel));
        Assert.Contains("Client 'good': Websopy:MaxRetries must be at least 0, not -1", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddWebsopyChatClient_BuilderMiddleware_RunsFunctions()
    {
        using var server = new StubHttpHandler();
        server.Answer(() => Responses.EventStream(EventStreamBuilder.Of(Chunks.Tool("now", "{\"zone\":\"UTC\"}"), Chunks.Done(1, 2)).ToScript()));
        server.Answer(() => Responses.EventStream(EventStreamBuilder.Of(Chunks.Content("It is noon."), Chunks.Done(3, 4)).ToScript()));
        using var host = HostWith(services => services.AddWebsopyChatClient().UseFunctionInvocation(), server, ("Websopy:ApiKey", "k"));

        var now = AIFunctionFactory.Create((string zone) => $"12:00 {zone}", "now", "The time.");
        var response = await host.Services.GetRequiredService<IChatClient>().GetResponseAsync("When?", new() { Tools = [now] }, Cancel);

        Assert.Equal("It is noon.", response.Text);
        Assert.Equal(10, response.Usage?.TotalTokenCount);
        Assert.Contains("12:00 UTC", server.Requests[1].BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddWebsopyChatClient_LoggedAtTrace_KeyIsRedacted()
    {
        using var log = new CapturingLoggerFactory();
        using var server = new StubHttpHandler();
        server.Answer(() => Responses.EventStream(EventStreamBuilder.Of(Chunks.Done()).ToScript()));
        using var host = HostWith(
            services =>
            {
                services.AddWebsopyChatClient();
                services.AddSingleton<ILoggerFactory>(log);
            },
            server,
            ("Websopy:ApiKey", ClientHarness.Key));
        await host.Services.GetRequiredService<IChatClient>().GetResponseAsync("Hi", cancellationToken: Cancel);

        Assert.Contains("Authorization", log.Text, StringComparison.Ordinal); // the HTTP client's own log was on
        Assert.DoesNotContain(ClientHarness.Key, log.Text, StringComparison.Ordinal);
    }

    private static string? ModelOf(IChatClient client) => client.GetService<ChatClientMetadata>()?.DefaultModelId;

    private static IHost HostWith(Action<IServiceCollection> add, StubHttpHandler? server, params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddLogging();
        add(builder.Services);
        if (server is not null)
            builder.Services.AddHttpClient(WebsopyClientOptions.SectionName).ConfigurePrimaryHttpMessageHandler(() => server);
        return builder.Build();
    }
}
