using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Websopy.SemanticKernel.DevServer.Protocol;
using Websopy.SemanticKernel.DevServer.Runs;

namespace Websopy.SemanticKernel.DevServer.Tests.Support;

internal static class TestRuns
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static ChatRequest Question { get; } = ChatRequest.FromMessage("Hello");

    public static RunRegistry Create(
        IChatClient model, Action<WebsopyServerOptions>? configure = null, TimeProvider? timeProvider = null, ILogger? logger = null)
    {
        var options = new WebsopyServerOptions();
        configure?.Invoke(options);
        var services = new ServiceCollection().AddSingleton(model).BuildServiceProvider();
        return new RunRegistry(
            options, services.GetRequiredService<IServiceScopeFactory>(), timeProvider ?? TimeProvider.System, logger ?? NullLogger.Instance);
    }

    /// <summary>Fails instead of hanging where what must end does not.</summary>
    public static Task EndAsync(this Task task) => task.WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);
}
