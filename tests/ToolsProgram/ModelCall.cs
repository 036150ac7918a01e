using System.Text.Json;
using Websopy.SemanticKernel.ToolsProgram.HandWritten;
using Websopy.SemanticKernel.ToolsProgram.Shop;

namespace Websopy.SemanticKernel.ToolsProgram;

/// <summary>A call as a model's comes: its arguments are JSON.</summary>
/// <param name="Tool">The tool's name.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="Answer">The result, as text.</param>
internal sealed record ModelCall(string Tool, string Arguments, string Answer)
{
    public static ModelCall Plain { get; } = new("SearchProducts", """{"text":"blue ink","limit":5,"inStock":true}""", "5 products like blue ink, in stock True");

    public static ModelCall WithEnum { get; } = new("FindOrders", """{"customer":"Ada","limit":5,"status":"Paid"}""", "5 Paid orders of Ada");

    public static ModelCall WithRecord { get; } = new(
        "AddCustomer",
        """{"name":"Ada","address":{"street":"Main Street 1","city":"Springfield"},"channel":"Mail"}""",
        """{"number":2,"name":"Ada","address":{"street":"Main Street 1","city":"Springfield"}}""");

    public Dictionary<string, object?> Parse() =>
        JsonElement.Parse(Arguments).EnumerateObject().ToDictionary(argument => argument.Name, argument => (object?)argument.Value);

    /// <summary>A wrong answer has no speed.</summary>
    public void Check(object? result)
    {
        var isRight = result switch
        {
            Customer customer => JsonSerializer.Serialize(customer, ShopJson.Relaxed.Customer) == Answer,
            JsonElement { ValueKind: JsonValueKind.Object } element => JsonElement.DeepEquals(element, JsonElement.Parse(Answer)),
            _ => result?.ToString() == Answer,
        };
        if (!isRight) throw new InvalidOperationException($"{Tool} said '{result}'.");
    }
}
