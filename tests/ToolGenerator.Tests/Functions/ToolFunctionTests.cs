using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.Functions;

#pragma warning disable WSK029 // These have nothing to cancel.

internal sealed record Leg(string From, string? Via, List<Leg> Next);

[ToolSet(Strict = true)]
internal sealed class StrictTools
{
    [Tool, Description("Plans.")]
    public Leg Plan([Description("The way.")] Leg way, [Description("How many.")] int? seats) => way with { Via = seats?.ToString(System.Globalization.CultureInfo.InvariantCulture) };
}

internal sealed class ShoutingConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!.ToUpperInvariant();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value + "!");
}

[JsonSerializable(typeof(string))]
[JsonSourceGenerationOptions(Converters = [typeof(ShoutingConverter)])]
internal sealed partial class ShoutingContext : JsonSerializerContext;

[ToolSet(JsonContext = typeof(ShoutingContext))]
internal sealed class ShoutingTools
{
    [Tool, Description("Says it again.")]
    public string Repeat([Description("What.")] string text) => text;
}

[ToolSet]
internal sealed class FailingTools
{
    [Tool, Description("Fails at once.")]
    public Task FailAsync() => throw new FormatException("no");

    [Tool, Description("Is cancelled at once.")]
    public int Cancel(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return 1;
    }
}

/// <summary>What callers see of a generated function beside its result.</summary>
public sealed class ToolFunctionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Strict_Schema_RequiresAllAndNoOthers()
    {
        var function = Assert.Single(new StrictTools().AsAIFunctions());
        Assert.True(Assert.IsType<bool>(function.AdditionalProperties["strict"]));
        AssertStrict(function.JsonSchema);
        Assert.Equal(["way", "seats"], Names(function.JsonSchema));
        Assert.Equal(["from", "via", "next"], Names(function.JsonSchema.GetProperty("properties").GetProperty("way")));
        var arguments = new AIFunctionArguments { ["way"] = JsonDocument.Parse("""{"from":"a","via":null,"next":[]}""").RootElement, ["seats"] = JsonDocument.Parse("3").RootElement };
        Assert.Equal("3", ((JsonElement)(await function.InvokeAsync(arguments, Cancel))!).GetProperty("via").GetString());
    }

    [Fact]
    public async Task Invoke_WithAContextThatListsText_ReadsAndWritesItAsTheContextSays()
    {
        var function = Assert.Single(new ShoutingTools().AsAIFunctions());
        var result = await function.InvokeAsync(new() { ["text"] = JsonDocument.Parse("\"hello\"").RootElement }, Cancel);
        Assert.Equal("HELLO!", ((JsonElement)result!).GetString());
    }

    [Fact]
    public async Task Invoke_OfAMethodThatThrowsAtOnce_GivesAFailedTask()
    {
        var running = Function("Fail").InvokeAsync(cancellationToken: Cancel);
        Assert.True(running.IsFaulted);
        await Assert.ThrowsAsync<FormatException>(async () => await running);
    }

    [Fact]
    public async Task Invoke_OfAMethodThatIsCancelledAtOnce_GivesACancelledTask()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var running = Function("Cancel").InvokeAsync(cancellationToken: cancelled.Token);
        Assert.True(running.IsCanceled);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await running);
    }

    [Fact]
    public void AsAIFunctions_OfNothing_Throws() => Assert.Throws<ArgumentNullException>(() => ((FailingTools)null!).AsAIFunctions());

    private static AIFunction Function(string name) => new FailingTools().AsAIFunctions().Single(function => function.Name == name);

    private static IEnumerable<string?> Names(JsonElement schema) => schema.GetProperty("required").EnumerateArray().Select(name => name.GetString());

    private static void AssertStrict(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object) return;
        if (schema.TryGetProperty("properties", out var properties))
        {
            Assert.Equal(JsonValueKind.False, schema.GetProperty("additionalProperties").ValueKind);
            Assert.Equal(properties.EnumerateObject().Select(property => property.Name), Names(schema));
            foreach (var property in properties.EnumerateObject()) AssertStrict(property.Value);
        }

        if (schema.TryGetProperty("items", out var items)) AssertStrict(items);
    }
}
