using Microsoft.Extensions.Options;
using Websopy.SemanticKernel.DevServer.Tests.Support;

namespace Websopy.SemanticKernel.DevServer.Tests.Hosting;

public sealed class SettingsTests
{
    public static TheoryData<Action<WebsopyServerOptions>, string> Refused => new()
    {
        { o => o.HeartbeatInterval = TimeSpan.MaxValue, "at most 49 days" },
        { o => o.ResumeWindow = TimeSpan.MaxValue, "at most 49 days" },
        { o => o.ApiKeys.Add(" "), "empty key" },
        { o => o.ApiKeys.Add("secret "), "white space around it" },
        { o => o.ApiKeys.Add("\tsecret"), "white space around it" },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task Start_SettingThatCannotWork_IsRefused(Action<WebsopyServerOptions> configure, string expected)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => TestServers.StartAsync(CancellableModel.Silent, configure));

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_LongestTimes_ServeAStream()
    {
        await using var server = await TestServers.StartAsync(
            ScriptedChatClient.Play(s => s.Text("Hi")), o => o.HeartbeatInterval = o.ResumeWindow = TimeSpan.FromDays(49));
        using var stream = await EventStream.PostAsync(server.Endpoint);

        Assert.Equal(["content", "done"], (await stream.ReadAllAsync()).Select(e => e.Type));
    }
}
