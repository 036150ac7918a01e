using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using Websopy.SemanticKernel.TestKit;
using Websopy.SemanticKernel.TestKit.Raw;
using Websopy.SemanticKernel.Transport;

namespace Websopy.SemanticKernel.Tests.Registration;

/// <summary>The HTTP client behind the registration is as careful as the client's own.</summary>
public sealed class HttpClientTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Registered_Redirected_FollowsNowhere()
    {
        await using var elsewhere = RawHttpServer.Start(RawReply.Status("200 OK", "never"));
        await using var server = RawHttpServer.Start(RawReply.Status("307 Temporary Redirect", "", ("Location", elsewhere.Address.ToString())));
        using var provider = Provider(options => (options.Endpoint, options.ApiKey, options.MaxRetries) = (server.Address, ClientHarness.Key, 0));
        var failure = await Assert.ThrowsAsync<WebsopyException>(
            () => provider.GetRequiredService<IChatClient>().GetResponseAsync("private", cancellationToken: Cancel));
        Assert.Equal(WebsopyErrorKind.Protocol, failure.Kind);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public void Registered_Timeout_IsLeftToTheIdleTimeout()
    {
        using var provider = Provider(options => options.ApiKey = "k");
        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("Websopy");
        Assert.Equal(Timeout.InfiniteTimeSpan, client.Timeout);
    }

    [Fact]
    public void Registered_LoggedHeaders_StayAsHiddenAsTheFactoryHasThem()
    {
        using var provider = Provider(options => options.ApiKey = "k");
        var isHidden = provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get("Websopy").ShouldRedactHeaderValue;
        Assert.True(isHidden("authorization"));
        Assert.True(isHidden("Ocp-Apim-Subscription-Key"));
    }

    [Fact]
    public void Handler_Made_KeepsToTheEndpointAndLetsGoAtOnce()
    {
        using var handler = WebsopyTransport.CreateHandler(TimeSpan.FromSeconds(3));
        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
        Assert.Equal(TimeSpan.FromSeconds(3), handler.ConnectTimeout);
        Assert.InRange(handler.ResponseDrainTimeout, TimeSpan.Zero, TimeSpan.FromMilliseconds(100));
        Assert.InRange(handler.PooledConnectionLifetime, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(15));
    }

    [Fact]
    public void Keyed_OwnSection_WinsOverTheCommonOne()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Websopy:ApiKey", "k"), new("Websopy:Model", "common"), new("Websopy:fast:Model", "small"), new("Websopy:MaxRetries", "7"),
        ]).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration);
        services.AddKeyedWebsopyChatClient("fast");
        services.AddKeyedWebsopyChatClient("good");
        using var provider = services.BuildServiceProvider();
        var options = provider.GetRequiredService<IOptionsMonitor<WebsopyClientOptions>>();
        Assert.Equal(("small", 7), (options.Get("fast").Model, options.Get("fast").MaxRetries));
        Assert.Equal("common", options.Get("good").Model);
    }

    [Fact]
    public void EmptyKeyInConfiguration_LeavesTheEnvironmentsKey()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Websopy:ApiKey", ""), new("Websopy:Endpoint", "http://127.0.0.1/")]).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration);
        services.AddWebsopyChatClient();
        using var provider = services.BuildServiceProvider();
        var key = provider.GetRequiredService<IOptionsMonitor<WebsopyClientOptions>>().CurrentValue.ApiKey;
        Assert.Equal(new WebsopyClientOptions().ApiKey, key); // the environment's, where it has one; never the empty text
        Assert.NotEqual("", key);
    }

    private static ServiceProvider Provider(Action<WebsopyClientOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddWebsopyChatClient(configure);
        return services.BuildServiceProvider();
    }
}
