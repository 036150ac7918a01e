using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Websopy.SemanticKernel.DevServer;

/// <summary>What a <see cref="WebsopyDevServer"/> serves, and where.</summary>
public sealed class WebsopyDevServerOptions
{
    /// <summary>
    /// The model. Default: <see langword="null"/>, one that works offline. The server does not dispose a model that it is given.
    /// </summary>
    public IChatClient? Model { get; set; }

    /// <summary>The port on 127.0.0.1. Default 0, any free one.</summary>
    public int Port { get; set; }

    /// <summary>Sets keys and limits. Default: none are asked for, the limits are those of <see cref="WebsopyServerOptions"/>, and callers are told the details of errors.</summary>
    public Action<WebsopyServerOptions>? ConfigureServer { get; set; }

    /// <summary>Where the server logs; no message and no key gets there. Default: <see langword="null"/>, nowhere.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock of heartbeats and resume windows. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
