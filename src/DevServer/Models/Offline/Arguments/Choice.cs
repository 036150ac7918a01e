using System.Text.Json;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>A value of an enumeration, cut into words once.</summary>
internal sealed class Choice
{
    public Choice(JsonElement value)
    {
        Value = value;
        Text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        Words = Text is null ? [] : Tokenizer.Tokenize(RequestText.ToNarrow(Text));
    }

    public JsonElement Value { get; }

    /// <summary>The value, where it is a string.</summary>
    public string? Text { get; }

    public IReadOnlyList<Concept> Words { get; }
}
