using System.Text;

namespace Websopy.SemanticKernel.ToolGenerator.Schema;

/// <summary>A JSON schema while it is built: keywords in their order, with the types apart because later steps change them.</summary>
internal sealed class SchemaNode
{
    private readonly List<KeyValuePair<string, string>> _keywords = [];

    /// <summary>Whether this is the schema of any value, which stands as <c>true</c> where nothing else is said.</summary>
    public bool IsTrue => Ref is null && Types.Count == 0 && _keywords.Count == 0 && Properties is null && Items is null && AdditionalProperties is null && Required.Count == 0 && !IsObject;

    /// <summary>Whether the schema is an object even without a keyword.</summary>
    public bool IsObject { get; set; }

    public string? Ref { get; set; }

    public List<string> Types { get; } = [];

    public List<KeyValuePair<string, SchemaNode>>? Properties { get; set; }

    public List<string> Required { get; } = [];

    public SchemaNode? Items { get; set; }

    public SchemaNode? AdditionalProperties { get; set; }

    /// <summary>Whether other properties are an error.</summary>
    public bool IsClosed { get; set; }

    public bool Has(string keyword) => _keywords.Exists(entry => entry.Key == keyword);

    public void Add(string keyword, string json) => _keywords.Add(new(keyword, json));

    public void AddIfMissing(string keyword, string json)
    {
        if (!Has(keyword)) Add(keyword, json);
    }

    /// <summary>Adds null to the types of a schema with one type.</summary>
    public void MakeNullable()
    {
        if (Types.Count == 1 && Types[0] != "null") Types.Add("null");
    }

    public override string ToString() => Write(new StringBuilder()).ToString();

    private StringBuilder Write(StringBuilder text)
    {
        if (IsTrue) return text.Append("true");
        text.Append('{');
        WriteKeywords(text, keyword => keyword is "title" or "description");
        if (Ref is not null) Name(text, "$ref").Append(JsonText.String(Ref));
        if (Types.Count == 1) Name(text, "type").Append(JsonText.String(Types[0]));
        if (Types.Count > 1) Name(text, "type").Append(JsonText.Array(Types.Select(JsonText.String)));
        WriteKeywords(text, keyword => keyword is not ("title" or "description"));
        if (Properties is not null) WriteProperties(Name(text, "properties"), Properties);
        if (Required.Count > 0) Name(text, "required").Append(JsonText.Array(Required.Select(JsonText.String)));
        if (Items is not null) Items.Write(Name(text, "items"));
        if (IsClosed) Name(text, "additionalProperties").Append("false");
        else if (AdditionalProperties is not null) AdditionalProperties.Write(Name(text, "additionalProperties"));
        return text.Append('}');
    }

    private static void WriteProperties(StringBuilder text, List<KeyValuePair<string, SchemaNode>> properties)
    {
        text.Append('{');
        foreach (var property in properties) property.Value.Write(Name(text, property.Key));
        text.Append('}');
    }

    private void WriteKeywords(StringBuilder text, Func<string, bool> which)
    {
        foreach (var keyword in _keywords)
        {
            if (which(keyword.Key)) Name(text, keyword.Key).Append(keyword.Value);
        }
    }

    private static StringBuilder Name(StringBuilder text, string name)
    {
        if (text[text.Length - 1] != '{') text.Append(',');
        return text.Append(JsonText.String(name)).Append(':');
    }
}
