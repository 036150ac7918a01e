using System.Net;
using System.Text;
using System.Text.Json;
using Websopy.SemanticKernel.DevServer.Tests.Support;

namespace Websopy.SemanticKernel.DevServer.Tests.Hosting;

public sealed class CrossSiteTests
{
    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Request_PageOfAnotherSite_IsForbidden(string method)
    {
        var model = ScriptedChatClient.Play(s => s.Text("Hi"));
        await using var server = await TestServers.StartAsync(model);

        using var response = await SendAsync(server, method, "cross-site");

        Assert.Equal(HttpStatusCode.Forbidden, response.Status);
        Assert.NotEmpty(response.Response.Headers.GetValues("x-request-id"));
        Assert.Equal("forbidden", JsonElement.Parse(await response.ReadTextAsync()).GetProperty("error").GetProperty("code").GetString());
        Assert.Empty(model.Requests);
    }

    [Theory]
    [InlineData("same-origin")]
    [InlineData("same-site")]
    [InlineData("none")]
    public async Task Request_OwnPageOrTheUser_Passes(string site)
    {
        await using var server = await TestServers.StartAsync(ScriptedChatClient.Play(s => s.Text("Hi")));

        using var response = await SendAsync(server, "GET", site);

        Assert.Equal(["content", "done"], (await response.ReadAllAsync()).Select(e => e.Type));
    }

    private static async Task<EventStream> SendAsync(WebsopyDevServer server, string method, string site)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(server.Endpoint, "?message=hi"));
        if (method == "POST")
            request.Content = new StringContent(TestServers.Question, Encoding.UTF8, "application/json");
        request.Headers.Add("Sec-Fetch-Site", site);
        return await EventStream.SendAsync(request);
    }
}
