using Microsoft.Extensions.Hosting;

namespace Websopy.SemanticKernel.DevServer.Hosting;

/// <summary>Leaves Ctrl+C and termination signals to the application around: the host's own lifetime would take them for itself.</summary>
internal sealed class InProcessLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
