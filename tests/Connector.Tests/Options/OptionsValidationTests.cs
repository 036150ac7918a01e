namespace Websopy.SemanticKernel.Tests.Options;

public sealed class OptionsValidationTests
{
    public static TheoryData<string, Action<WebsopyClientOptions>, string> Mistakes => new()
    {
        { "relative endpoint", o => o.Endpoint = new("/v1/ai/chat", UriKind.Relative), "Websopy:Endpoint must be an absolute http or https address" },
        { "other scheme", o => o.Endpoint = new("ftp://a.test/"), "Websopy:Endpoint must be an absolute http or https address" },
        { "null endpoint", o => o.Endpoint = null!, "Websopy:Endpoint must be an absolute http or https address" },
        { "user info", o => o.Endpoint = new("https://me:secret@a.test/"), "Websopy:Endpoint must not hold a user name or password" },
        { "plain http", o => o.Endpoint = new("http://a.test/"), "plain http to another machine" },
        { "no key", o => o.ApiKey = "", "No API key: set the environment variable WEBSOPY_API_KEY" },
        { "key with line break", o => o.ApiKey = "abc\n", "Websopy:ApiKey holds a space, a line break" },
        { "key not ASCII", o => o.ApiKey = "ключ", "Websopy:ApiKey holds a space, a line break" },
        { "retries", o => o.MaxRetries = -1, "Websopy:MaxRetries must be at least 0, not -1" },
        { "base delay", o => o.RetryBaseDelay = TimeSpan.FromSeconds(-1), "Websopy:RetryBaseDelay must be between" },
        { "max delay", o => o.MaxRetryDelay = TimeSpan.MaxValue, "Websopy:MaxRetryDelay must be between" },
        { "idle", o => o.IdleTimeout = TimeSpan.Zero, "Websopy:IdleTimeout must be between" },
        { "connect", o => o.ConnectTimeout = TimeSpan.Zero, "Websopy:ConnectTimeout must be between" },
        { "event bytes", o => o.MaxEventBytes = 0, "Websopy:MaxEventBytes must be at least 1, not 0" },
        { "response bytes", o => o.MaxResponseBytes = 0, "Websopy:MaxResponseBytes must be at least 1, not 0" },
        { "calls", o => o.MaxToolCalls = -1, "Websopy:MaxToolCalls must be at least 0, not -1" },
        { "arguments", o => o.MaxToolArgumentBytes = -1, "Websopy:MaxToolArgumentBytes must be at least 0, not -1" },
        { "raw and joined", o => (o.CoalesceContent, o.IncludeRawRepresentation) = (true, true), "exclude each other" },
    };

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public void Constructor_Mistake_SaysWhatToSet(string name, Action<WebsopyClientOptions> make, string expected)
    {
        var options = new WebsopyClientOptions { ApiKey = "sk-secret-1" };
        make(options);
        var failure = Assert.Throws<ArgumentException>(() => new WebsopyChatClient(options));
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.False(failure.Message.Contains("secret", StringComparison.Ordinal), $"{name}: the message quotes a secret");
    }

    [Fact]
    public void Constructor_SeveralMistakes_SaysAll()
    {
        var failure = Assert.Throws<ArgumentException>(() => new WebsopyChatClient(new() { ApiKey = null, MaxRetries = -1 }));
        Assert.Contains("WEBSOPY_API_KEY", failure.Message, StringComparison.Ordinal);
        Assert.Contains("MaxRetries", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000/v1/ai/chat")]
    [InlineData("http://localhost:5000/v1/ai/chat")]
    [InlineData("http://[::1]:5000/v1/ai/chat")]
    public void Constructor_LoopbackWithoutKey_IsFine(string endpoint)
    {
        using var client = new WebsopyChatClient(new() { Endpoint = new(endpoint), ApiKey = null });
        Assert.Same(client, client.GetService(typeof(WebsopyChatClient)));
    }

    [Fact]
    public void Constructor_OptionsChangedLater_AreACopy()
    {
        var options = new WebsopyClientOptions { ApiKey = "k", Model = "before" };
        using var client = new WebsopyChatClient(options);
        options.Model = "after";
        var metadata = Assert.IsType<Microsoft.Extensions.AI.ChatClientMetadata>(client.GetService(typeof(Microsoft.Extensions.AI.ChatClientMetadata)));
        Assert.Equal("before", metadata.DefaultModelId);
    }
}
