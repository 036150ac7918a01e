using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Websopy.SemanticKernel.DevServer.Tests.Support;

internal static class TestServers
{
    public const string Question = """{"messages":[{"role":"user","content":"Hello"}]}""";

    public static Task<WebsopyDevServer> StartAsync(
        IChatClient model, Action<WebsopyServerOptions>? configure = null, TimeProvider? timeProvider = null, ILoggerFactory? loggerFactory = null) =>
        WebsopyDevServer.StartAsync(
            new() { Model = model, ConfigureServer = configure, TimeProvider = timeProvider ?? TimeProvider.System, LoggerFactory = loggerFactory },
            TestContext.Current.CancellationToken);
}
