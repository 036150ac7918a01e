using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Websopy.SemanticKernel.DevServer.Runs;

namespace Websopy.SemanticKernel.DevServer.Hosting;

/// <summary>Ends all runs with the application: cancels them when it stops, and holds its stop until they have ended.</summary>
internal sealed class RunShutdown(RunRegistry runs, ILogger logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private Task _ended = Task.CompletedTask;

    public void Register(IHostApplicationLifetime lifetime)
    {
        lifetime.ApplicationStopping.Register(() => _ended = runs.StopAsync());
        lifetime.ApplicationStopped.Register(WaitForEnd);
    }

    /// <summary>Blocks, and the host waits for it: next it disposes the container, with the models in it.</summary>
    private void WaitForEnd()
    {
        if (!_ended.Wait(Patience))
            logger.ModelDidNotEnd(Patience.TotalSeconds);
    }
}
