using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.TestKit;
using Websopy.SemanticKernel.TestKit.Bytes;
using Websopy.SemanticKernel.TestKit.Golden;
using Websopy.SemanticKernel.TestKit.Http;
using Websopy.SemanticKernel.TestKit.Sse;

namespace Websopy.SemanticKernel.Tests.Faults;

/// <summary>The key is sent in its header and shows up nowhere else, whatever the server does with it.</summary>
public sealed class SecretTests
{
    private const string Key = ClientHarness.Key;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Echoes => new(
        Chunks.Error($"bad key {Key}!", Key), Chunks.Error(Key + Key), $$"""{"type":"{{Key}}" broken""", $"Authorization: Bearer {Key}",
        Chunks.Tool(Key, "{}") + Key, $$"""{"type":"content","content":"{{Key}}" """);

    [Theory, MemberData(nameof(Echoes))]
    public async Task Key_EchoedInTheStream_NotShown(string data)
    {
        using var harness = ClientHarness.For(EventStreamBuilder.Of(data).ToScript(), configure: options => options.MaxRetries = 1)
            .Then(EventStreamBuilder.Of(data).ToScript());
        AssertClean((await harness.StreamAsync(Cancel)).Error, harness);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(200)]
    [InlineData(302)]
    public async Task Key_EchoedInBodyAndHeaders_NotShown(int status)
    {
        foreach (var body in new[] { $"wrong key: {Key}", $$$"""{"error":{"code":"{{{Key}}}","message":"Bearer {{{Key}}}"}}""", $"<html>{Key}", $"{{{Key}" })
        {
            using var harness = new ClientHarness(options => options.MaxRetries = 1);
            harness.Server.Otherwise(_ => Responses.Status(
                status, body, "text/html", ("x-request-id", Key), ("Retry-After", Key), ("Location", $"https://{Key}.test/{Key}?{Key}"), ("X-Echo", Key)));
            AssertClean((await harness.StreamAsync(Cancel)).Error, harness);
        }
    }

    [Fact]
    public async Task Key_EchoedInTheContentType_NotShown()
    {
        using var harness = new ClientHarness();
        harness.Server.Answer(() => Responses.Status(200, "x", $"text/{Key}; charset={Key}"));
        AssertClean((await harness.StreamAsync(Cancel)).Error, harness);
    }

    [Fact]
    public async Task Key_CutByTheEndOfTheQuote_NoPartOfItShown()
    {
        // The quote ends somewhere: at every distance from its end, the key must have been found before the text was cut.
        foreach (var length in Enumerable.Range(0, 1100).Concat(Enumerable.Range(8 * 1024 - Key.Length - 60, Key.Length + 120)))
        {
            using var harness = ClientHarness.For(EventStreamBuilder.Of(new string('x', length) + Key).ToScript());
            AssertClean((await harness.StreamAsync(Cancel)).Error, harness);

            using var rejected = new ClientHarness();
            rejected.Server.Answer(() => Responses.Status(500, new string('x', length) + Key + " and more", "text/plain"));
            AssertClean((await rejected.StreamAsync(Cancel)).Error, rejected);

            using var enveloped = new ClientHarness();
            enveloped.Server.Answer(() => Responses.Status(500, $$$"""{"error":{"message":"{{{new string('x', length)}}}{{{Key}}}"}}"""));
            AssertClean((await enveloped.StreamAsync(Cancel)).Error, enveloped);
        }
    }

    [Fact]
    public async Task Key_InBrokenArgumentsOfACall_NotInItsException()
    {
        for (var length = 0; length < 400; length++)
        {
            using var harness = ClientHarness.For(Chunks.Tool("t", new string('x', length) + Key), Chunks.Done());
            var call = Assert.Single((await harness.StreamAsync(Cancel)).Succeeded().Calls);
            AssertClean(call.Exception!, harness);
        }
    }

    [Fact]
    public async Task Key_InAFaultOfTheNetwork_NotShown()
    {
        using var harness = new ClientHarness(options => options.MaxRetries = 1);
        harness.Server.Fail(new HttpRequestException($"proxy refused Bearer {Key}")).Answer(() => Responses.EventStream(
            EventStreamBuilder.Of(Chunks.Content("a")).ToScript().Fault(new IOException($"reset {Key}"))));

        // The inner exception is not the client's own text; its message, quoted in the client's, is.
        AssertClean((await harness.StreamAsync(Cancel)).Error.Message);
        AssertClean(harness.Log.Text);
    }

    [Theory]
    [InlineData(Key + "\n")]
    [InlineData("密" + Key)]
    [InlineData(Key + " x\r\nX-Injected: 1")]
    public async Task Key_ThatCannotBeSent_NotShownAndNothingInjected(string key)
    {
        using var harness = new ClientHarness(options => options.ApiKey = key);
        harness.Then(ByteScript.Of(GoldenReplies.Plain.ToBytes()));
        var failure = await Record.ExceptionAsync(async () => (await harness.StreamAsync(Cancel)).Succeeded());
        if (failure is not null)
            AssertClean(failure, harness);

        Assert.All(harness.Server.Requests, request => Assert.Null(request.Header("X-Injected")));
    }

    [Fact]
    public async Task Key_InToStringAndServices_NotShown()
    {
        using var harness = ClientHarness.For(GoldenReplies.Plain.Chunks);
        (await harness.StreamAsync(Cancel)).Succeeded();
        var metadata = harness.Client.GetService(typeof(ChatClientMetadata)) as ChatClientMetadata;
        foreach (var shown in new object?[] { harness.Options, harness.Client, harness.Stream(Cancel), metadata, metadata?.ProviderUri, harness.Log.Text })
            AssertClean($"{shown}");

        Assert.Equal($"Bearer {Key}", Assert.Single(harness.Server.Requests).Header("Authorization"));
        Assert.DoesNotContain(Key, harness.Server.Requests[0].Target + harness.Server.Requests[0].BodyText, StringComparison.Ordinal);
    }

    private static void AssertClean(Exception exception, ClientHarness harness)
    {
        AssertClean(exception.ToString());
        AssertClean(harness.Log.Text);
        if (exception is WebsopyException { } websopy)
            AssertClean($"{websopy.Message} {websopy.Code} {websopy.RequestId}");
        foreach (System.Collections.DictionaryEntry entry in exception.Data)
            AssertClean($"{entry.Key} {entry.Value}");
    }

    /// <summary>A beginning of the key is as telling as most of it; what all keys begin with (sk-websopy-) is not secret.</summary>
    private static void AssertClean(string text)
    {
        Assert.DoesNotContain(Key[..16], text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Key[^12..], text, StringComparison.OrdinalIgnoreCase);
    }
}
