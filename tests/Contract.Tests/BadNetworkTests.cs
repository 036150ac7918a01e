using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Contract.Tests.Hosts;
using Websopy.SemanticKernel.DevServer;
using Websopy.SemanticKernel.TestKit.Diagnostics;

namespace Websopy.SemanticKernel.Contract.Tests;

/// <summary>The client and the server together get a reply over a network that keeps breaking.</summary>
public sealed class BadNetworkTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400)]
    [InlineData(777)]
    [InlineData(5000)]
    public async Task Stream_CutAgainAndAgain_ArrivesWholeAndOnce(int bytes)
    {
        var model = ScriptedChatClient.Play((_, script) =>
            script.Texts(Enumerable.Range(0, 200).Select(i => $"{i} ")).Call("t", new { x = "y" }).Text("end").Usage(1, 2));
        CuttingHandler? network = null;
        await using var host = await InMemoryHost.StartAsync(
            model, Cancel, TimeSpan.FromSeconds(30), inner => network = new CuttingHandler(inner, bytes), options => options.RetryBaseDelay = TimeSpan.Zero);
        var outcome = (await StreamOutcome.OfAsync(host.Client.GetStreamingResponseAsync([new(ChatRole.User, "Hi")], null, Cancel))).Succeeded();

        Assert.Equal(string.Concat(Enumerable.Range(0, 200).Select(i => $"{i} ")) + "end", outcome.Text);
        Assert.Equal("t", Assert.Single(outcome.Calls).Name);
        Assert.Equal(3, outcome.Usage?.TotalTokenCount);
        Assert.Single(model.Requests);
        Assert.True(network?.Cuts > 1);
    }
}
