using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Websopy.SemanticKernel.DevServer.Tests.Support;

namespace Websopy.SemanticKernel.DevServer.Tests.Hosting;

public sealed class MapWebsopyChatTests
{
    [Fact]
    public async Task Map_NoModel_SaysWhatToRegister()
    {
        await using var application = Build(_ => { });

        var failure = Assert.Throws<InvalidOperationException>(() => application.MapWebsopyChat());

        Assert.Contains("IChatClient", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Map_SettingsThatMakeNoSense_AreNamedAtOnce()
    {
        await using var application = Build(services => services
            .AddSingleton<IChatClient>(ScriptedChatClient.Play(s => s.Text("Hi")))
            .Configure<WebsopyServerOptions>(o => (o.MaxRequestBytes, o.ResumeWindow, o.HeartbeatInterval) = (0, TimeSpan.FromSeconds(-1), TimeSpan.Zero)));

        var failure = Assert.Throws<OptionsValidationException>(() => application.MapWebsopyChat());

        Assert.Equal(["MaxRequestBytes must be positive.", "HeartbeatInterval must be positive or infinite.", "ResumeWindow must not be negative."], failure.Failures);
    }

    [Fact]
    public async Task Map_OtherPath_ServesThere()
    {
        await using var application = Build(services => services.AddSingleton<IChatClient>(ScriptedChatClient.Play(s => s.Text("Hi"))));
        application.MapWebsopyChat("/chat");
        await application.StartAsync(TestContext.Current.CancellationToken);

        using var stream = await EventStream.GetAsync(new Uri($"{application.Urls.First()}/chat?message=Hello"));

        Assert.Equal(["content", "done"], (await stream.ReadAllAsync()).Select(e => e.Type));
        await application.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Map_ScopedModel_LivesAsLongAsItsAnswerAndIsDisposed()
    {
        var gate = new TaskCompletionSource();
        var models = new List<ScopedModel>();
        await using var application = Build(services => services.AddScoped<IChatClient>(_ =>
        {
            var model = new ScopedModel(ScriptedChatClient.Play(s => s.Text("a").Gate(gate.Task).Text("b")));
            models.Add(model);
            return model;
        }));
        application.MapWebsopyChat();
        await application.StartAsync(TestContext.Current.CancellationToken);
        var endpoint = new Uri($"{application.Urls.First()}/v1/ai/chat");
        ServerEvent first;
        using (var stream = await EventStream.PostAsync(endpoint))
            first = (await stream.NextAsync())!;

        using var second = await EventStream.PostAsync(endpoint, lastEventId: first.Id);
        Assert.False(Assert.Single(models).IsDisposed);
        gate.SetResult();

        Assert.Equal(["b", ""], (await second.ReadAllAsync()).Select(e => e.Text));
        Assert.True(models[0].IsDisposed);
        await application.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Map_ApplicationStops_ModelHasEndedBeforeItsDisposal()
    {
        var model = new CancellableModel(updates: 1);
        await using var application = Build(services => services.AddSingleton<IChatClient>(model));
        application.MapWebsopyChat();
        await application.StartAsync(TestContext.Current.CancellationToken);
        using var stream = await EventStream.PostAsync(new Uri($"{application.Urls.First()}/v1/ai/chat"));
        await stream.NextAsync();

        await application.StopAsync(TestContext.Current.CancellationToken);

        Assert.True(model.HasEnded);
    }

    [Fact]
    public async Task Map_ApplicationIsStopping_RefusesNewStreams()
    {
        await using var application = Build(services => services.AddSingleton<IChatClient>(ScriptedChatClient.Play(s => s.Text("Hi"))));
        application.MapWebsopyChat();
        await application.StartAsync(TestContext.Current.CancellationToken);

        application.Lifetime.StopApplication();
        using var stream = await EventStream.PostAsync(new Uri($"{application.Urls.First()}/v1/ai/chat"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, stream.Status);
        Assert.Equal(TimeSpan.FromSeconds(1), stream.Response.Headers.RetryAfter!.Delta);
        Assert.Contains("\"overloaded\"", await stream.ReadTextAsync(), StringComparison.Ordinal);
        await application.StopAsync(TestContext.Current.CancellationToken);
    }

    private static WebApplication Build(Action<IServiceCollection> configure)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        configure(builder.Services);
        return builder.Build();
    }

    private sealed class ScopedModel(IChatClient inner) : DelegatingChatClient(inner)
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
