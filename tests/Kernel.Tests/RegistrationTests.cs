using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.TextGeneration;
using Websopy.SemanticKernel.FunctionInvocation;
using Websopy.SemanticKernel.KernelTests.Support;
using Websopy.SemanticKernel.TestKit.Golden;
using Websopy.SemanticKernel.TestKit.Http;
using Websopy.SemanticKernel.TestKit.Sse;

namespace Websopy.SemanticKernel.KernelTests;

public sealed class RegistrationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void AddWebsopyChatCompletion_RegistersOneServiceUnderItsInterfaces()
    {
        var kernel = Kernel.CreateBuilder().AddWebsopyChatCompletion(Configure).Build();

        var chat = kernel.GetRequiredService<IChatCompletionService>();
        Assert.IsType<WebsopyChatCompletionService>(chat);
        Assert.Same(chat, kernel.GetRequiredService<ITextGenerationService>());
        Assert.Equal("fast-1", chat.Attributes["ModelId"]);
        Assert.Equal("https://api.websopy.test/chat", chat.Attributes["Endpoint"]);
        var client = kernel.GetRequiredService<IChatClient>();
        Assert.NotNull(client.GetService<MidStreamFunctionInvokingChatClient>());
        Assert.NotNull(client.GetService<WebsopyChatClient>());
    }

    [Fact]
    public void ServiceIds_AreKeysWithOptionsOfTheirOwn()
    {
        var builder = Kernel.CreateBuilder();
        builder.AddWebsopyChatCompletion(options => { Configure(options); options.Model = "a"; }, "first");
        builder.AddWebsopyChatCompletion(options => { Configure(options); options.Model = "b"; }, "second");
        var kernel = builder.Build();

        Assert.Equal("a", kernel.GetRequiredService<IChatCompletionService>("first").Attributes["ModelId"]);
        Assert.Equal("b", kernel.GetRequiredService<ITextGenerationService>("second").Attributes["ModelId"]);
        Assert.Equal("b", kernel.GetRequiredService<IChatClient>("second").GetService<ChatClientMetadata>()!.DefaultModelId);
        Assert.IsType<WebsopyChatCompletionService>(kernel.GetRequiredService<IChatCompletionService>());
    }

    [Fact]
    public void AnotherIChatClient_OfTheSameKey_IsNotAskedInstead()
    {
        var builder = Kernel.CreateBuilder();
        builder.AddWebsopyChatCompletion(Configure);
        builder.Services.AddSingleton<IChatClient>(new Model(["other"]));

        Assert.Equal("fast-1", builder.Build().GetRequiredService<IChatCompletionService>().Attributes["ModelId"]);
    }

    [Fact]
    public async Task Options_AreBoundAndCheckedWhenTheHostStarts()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("Websopy:Endpoint", "https://api.websopy.test/bound"), new("Websopy:ApiKey", "k"), new("Websopy:main:Model", "m"), new("Websopy:MaxRetries", "-1")]);
        builder.Services.AddWebsopyChatCompletion(serviceId: "main").AddKernel();
        using var host = builder.Build();

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Cancel));
        Assert.Contains(nameof(WebsopyClientOptions.MaxRetries), failure.Message, StringComparison.Ordinal);

        builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("Websopy:Endpoint", "https://api.websopy.test/bound"), new("Websopy:ApiKey", "k"), new("Websopy:main:Model", "m")]);
        builder.Services.AddWebsopyChatCompletion(serviceId: "main").AddKernel();
        using var good = builder.Build();
        var attributes = good.Services.GetRequiredService<Kernel>().GetRequiredService<IChatCompletionService>("main").Attributes;
        Assert.Equal(("m", "https://api.websopy.test/bound"), (attributes["ModelId"], attributes["Endpoint"]));
    }

    [Fact]
    public async Task Kernel_OverHttp_InvokesAPluginAndGoesOn()
    {
        using var server = new StubHttpHandler();
        server.Answer(() => Responses.EventStream(EventStreamBuilder.Of(Chunks.Tool("City-Weather", """{"city":"Oslo"}"""), Chunks.Content("One moment."), Chunks.Done(1, 2)).ToScript(), false));
        server.Answer(() => Responses.EventStream(EventStreamBuilder.Of(Chunks.Content("Sunny."), Chunks.Done(3, 4)).ToScript(), false));
        var builder = Kernel.CreateBuilder();
        builder.AddWebsopyChatCompletion(Configure);
        builder.Services.AddHttpClient(WebsopyClientOptions.SectionName).ConfigurePrimaryHttpMessageHandler(() => server);
        builder.Plugins.AddFromType<CityPlugin>("City");

        var result = await builder.Build().InvokePromptAsync("Weather in Oslo?", new(Kernels.Auto()), cancellationToken: Cancel);

        Assert.Equal("Sunny.", result.ToString());
        Assert.Equal(10, Assert.IsType<UsageDetails>(result.Metadata!["Usage"]).TotalTokenCount);
        using var body = JsonDocument.Parse(server.Requests[1].Body);
        Assert.Equal("City-Weather", body.RootElement.GetProperty("tools")[0].GetProperty("name").GetString());
        Assert.Equal("fast-1", body.RootElement.GetProperty("model").GetString());
        var messages = body.RootElement.GetProperty("messages").EnumerateArray().ToList();
        Assert.Equal(["user", "assistant", "tool"], messages.Select(message => message.GetProperty("role").GetString()));
        Assert.Equal("""{"city":"Oslo"}""", messages[1].GetProperty("toolCalls")[0].GetProperty("arguments").GetString());
        Assert.Equal(("City-Weather", "Oslo: sunny"), (messages[2].GetProperty("name").GetString(), messages[2].GetProperty("content").GetString()));
    }

    private static void Configure(WebsopyClientOptions options)
    {
        options.Endpoint = new Uri("https://api.websopy.test/chat");
        options.ApiKey = "k";
        options.Model = "fast-1";
    }
}
