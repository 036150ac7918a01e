using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.TestKit;
using Websopy.SemanticKernel.TestKit.Golden;
using Websopy.SemanticKernel.TestKit.Http;

namespace Websopy.SemanticKernel.Tests.Faults;

/// <summary>The key in the places and spellings where a plain search for it would miss it.</summary>
public sealed class SecretSpellingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("not authorised for key " + ClientHarness.Key + "\u001b[31m")]
    [InlineData("token " + ClientHarness.Key + " is wrong")]
    [InlineData("""{"type":"content","content":tru""" + ClientHarness.Key + "}")]
    public async Task Key_BehindABrokenLiteral_NotInTheTokenizersMessage(string data)
    {
        using var harness = ClientHarness.For(data + new string('x', 100_000));
        var error = (await harness.StreamAsync(Cancel)).Error;
        Assert.Equal(WebsopyErrorKind.Protocol, error.Kind);
        Assert.InRange(error.Message.Length, 1, 500);
        Assert.DoesNotContain(error.Message, char.IsControl);
        Assert.DoesNotContain(ClientHarness.Key, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_BehindABrokenLiteralOfArguments_NotInTheCallsException()
    {
        using var harness = ClientHarness.For(Chunks.Tool("t", "not " + ClientHarness.Key), Chunks.Done());
        var call = Assert.Single((await harness.StreamAsync(Cancel)).Succeeded().Contents.OfType<FunctionCallContent>());
        Assert.NotNull(call.Exception);
        Assert.DoesNotContain(ClientHarness.Key, call.Exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"fault":"sk\/AAAABBBB+CCCC\/DDDD"}""")]
    [InlineData("""{"fault":"sk/AAAABBBB\u002BCCCC/DDDD"}""")]
    [InlineData("https://gateway.test/?key=sk%2FAAAABBBB%2BCCCC%2FDDDD")]
    [InlineData("SK/aaaabbbb+cccc/dddd")]
    public async Task Key_SpelledAsInJsonOrAnAddress_NotShown(string body)
    {
        using var harness = new ClientHarness(options => options.ApiKey = "sk/AAAABBBB+CCCC/DDDD");
        harness.Server.Answer(() => Responses.Status(400, body, "text/plain"));
        var error = (await harness.StreamAsync(Cancel)).Error;
        Assert.Contains("[key]", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("AAAABBBB", error.ToString(), StringComparison.OrdinalIgnoreCase);
    }
}
