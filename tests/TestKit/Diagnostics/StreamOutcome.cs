using Microsoft.Extensions.AI;
using Xunit;

namespace Websopy.SemanticKernel.TestKit.Diagnostics;

/// <summary>All that a streaming call gave: its updates and, where it failed, how.</summary>
public sealed record StreamOutcome(IReadOnlyList<ChatResponseUpdate> Updates, Exception? Failure)
{
    public string Text => string.Concat(Updates.Select(update => update.Text));

    public IReadOnlyList<AIContent> Contents => [.. Updates.SelectMany(update => update.Contents)];

    public IReadOnlyList<FunctionCallContent> Calls => [.. Contents.OfType<FunctionCallContent>()];

    public UsageDetails? Usage => Contents.OfType<UsageContent>().LastOrDefault()?.Details;

    public WebsopyException Error => Assert.IsType<WebsopyException>(Failure);

    /// <summary>The updates as comparable lines.</summary>
    public IReadOnlyList<string> Lines => UpdateLines.Of(Updates);

    /// <summary>Reads a stream to its end, whatever that is. A test that throws on its own account must not do it in here.</summary>
    public static async Task<StreamOutcome> OfAsync(IAsyncEnumerable<ChatResponseUpdate> updates, Action<int>? afterUpdate = null)
    {
        var read = new List<ChatResponseUpdate>();
        try
        {
            await foreach (var update in updates)
            {
                read.Add(update);
                afterUpdate?.Invoke(read.Count);
            }
        }
        catch (Exception exception)
        {
            return new(read, exception);
        }

        return new(read, null);
    }

    /// <summary>The updates of a stream that must not fail.</summary>
    public StreamOutcome Succeeded()
    {
        Assert.Null(Failure);
        return this;
    }
}
