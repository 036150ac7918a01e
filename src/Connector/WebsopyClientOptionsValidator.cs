using Microsoft.Extensions.Options;

namespace Websopy.SemanticKernel;

/// <summary>Checks options, with messages that say what to set.</summary>
internal sealed class WebsopyClientOptionsValidator(string name) : IValidateOptions<WebsopyClientOptions>
{
    /// <summary>The timers of .NET take no longer spans, about 49 days.</summary>
    private static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    public ValidateOptionsResult Validate(string? optionsName, WebsopyClientOptions options)
    {
        if (optionsName != name) return ValidateOptionsResult.Skip;
        return Validate(options) is { Count: > 0 } mistakes
            ? ValidateOptionsResult.Fail(name.Length == 0 ? mistakes : mistakes.Select(mistake => $"Client '{name}': {mistake}"))
            : ValidateOptionsResult.Success;
    }

    public static List<string> Validate(WebsopyClientOptions options)
    {
        var mistakes = new List<string>();
        CheckEndpoint(options, mistakes);
        CheckKey(options, mistakes);
        if (options.CoalesceContent && options.IncludeRawRepresentation)
            mistakes.Add($"{nameof(options.CoalesceContent)} and {nameof(options.IncludeRawRepresentation)} exclude each other: a joined update has no one chunk.");
        AtLeast(options.MaxRetries, 0, nameof(options.MaxRetries), mistakes);
        AtLeast(options.MaxEventBytes, 1, nameof(options.MaxEventBytes), mistakes);
        AtLeast(options.MaxResponseBytes, 1, nameof(options.MaxResponseBytes), mistakes);
        AtLeast(options.MaxToolCalls, 0, nameof(options.MaxToolCalls), mistakes);
        AtLeast(options.MaxToolArgumentBytes, 0, nameof(options.MaxToolArgumentBytes), mistakes);
        CheckWait(options.RetryBaseDelay, TimeSpan.Zero, nameof(options.RetryBaseDelay), mistakes);
        CheckWait(options.MaxRetryDelay, TimeSpan.Zero, nameof(options.MaxRetryDelay), mistakes);
        if (options.IdleTimeout != Timeout.InfiniteTimeSpan)
            CheckWait(options.IdleTimeout, TimeSpan.FromMilliseconds(1), nameof(options.IdleTimeout), mistakes);
        if (options.ConnectTimeout != Timeout.InfiniteTimeSpan)
            CheckWait(options.ConnectTimeout, TimeSpan.FromMilliseconds(1), nameof(options.ConnectTimeout), mistakes);
        return mistakes;
    }

    private static void CheckEndpoint(WebsopyClientOptions options, List<string> mistakes)
    {
        var endpoint = options.Endpoint;
        if (endpoint is not { IsAbsoluteUri: true } || (endpoint.Scheme != Uri.UriSchemeHttp && endpoint.Scheme != Uri.UriSchemeHttps))
            mistakes.Add($"{Setting(nameof(options.Endpoint))} must be an absolute http or https address, such as https://api.websopy.com/v1/ai/chat.");
        else if (endpoint.UserInfo.Length > 0)
            mistakes.Add($"{Setting(nameof(options.Endpoint))} must not hold a user name or password: set {nameof(options.ApiKey)}.");
        else if (endpoint.Scheme == Uri.UriSchemeHttp && !endpoint.IsLoopback && !options.AllowInsecureHttp)
            mistakes.Add($"{Setting(nameof(options.Endpoint))} is plain http to another machine, which shows the key to everyone on the way: use https, or set {nameof(options.AllowInsecureHttp)}.");
    }

    private static void CheckKey(WebsopyClientOptions options, List<string> mistakes)
    {
        if (string.IsNullOrEmpty(options.ApiKey))
        {
            if (options.Endpoint is { IsAbsoluteUri: true, IsLoopback: false })
                mistakes.Add($"No API key: set the environment variable {WebsopyClientOptions.ApiKeyEnvironmentVariable}, or {Setting(nameof(options.ApiKey))}.");
        }
        else if (options.ApiKey.Any(character => character is <= ' ' or > '~'))
        {
            mistakes.Add($"{Setting(nameof(options.ApiKey))} holds a space, a line break or another character that a key cannot have. Was it copied whole?");
        }
    }

    private static void AtLeast(long value, long least, string property, List<string> mistakes)
    {
        if (value < least) mistakes.Add($"{Setting(property)} must be at least {least}, not {value}.");
    }

    private static void CheckWait(TimeSpan value, TimeSpan least, string property, List<string> mistakes)
    {
        if (value < least || value > LongestTimer)
            mistakes.Add($"{Setting(property)} must be between {least} and {LongestTimer}, not {value}.");
    }

    private static string Setting(string property) => $"{WebsopyClientOptions.SectionName}:{property}";
}
