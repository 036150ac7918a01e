namespace Websopy.SemanticKernel.DevServer;

/// <summary>Settings of <see cref="OfflineChatClient"/>.</summary>
public sealed class OfflineModelOptions
{
    /// <summary>
    /// How long the model waits between two words of an answer, so that a stream looks like one. The default is 20
    /// milliseconds; <see cref="TimeSpan.Zero"/> streams as fast as it is read.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or above one minute.</exception>
    public TimeSpan WordDelay
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromMinutes(1));
            field = value;
        }
    } = TimeSpan.FromMilliseconds(20);
}
