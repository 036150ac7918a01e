using AI = Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.KernelConnector.Contents;

/// <summary>What a response says of itself, under the names that Semantic Kernel's other connectors use.</summary>
internal sealed class ResponseMetadata
{
    public const string Id = "Id";
    public const string CreatedAt = "CreatedAt";
    public const string FinishReason = "FinishReason";
    public const string Usage = "Usage";

    private Dictionary<string, object?>? _common;

    /// <summary>The metadata of an update. Updates that say the same share one dictionary, as nearly all of a response do.</summary>
    public IReadOnlyDictionary<string, object?> Of(AI.ChatResponseUpdate update, AI.UsageDetails? usage)
    {
        if (update.FinishReason is null && usage is null && _common is { } common
            && common[Id] as string == update.ResponseId && common[CreatedAt] as DateTimeOffset? == update.CreatedAt)
            return common;
        var metadata = New(update.ResponseId, update.CreatedAt, update.FinishReason, usage);
        if (update.FinishReason is null && usage is null) _common = metadata;
        return metadata;
    }

    public static Dictionary<string, object?> New(string? id, DateTimeOffset? createdAt, AI.ChatFinishReason? reason, AI.UsageDetails? usage)
    {
        var metadata = new Dictionary<string, object?> { [Id] = id, [CreatedAt] = createdAt, [FinishReason] = reason?.Value };
        if (usage is not null) metadata[Usage] = usage;
        return metadata;
    }
}
