using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Websopy.SemanticKernel.ToolsProgram.Shop;

namespace Websopy.SemanticKernel.ToolsProgram.HandWritten;

/// <summary>How the tools written by hand read and write values: source-generated, by the rules of Microsoft.Extensions.AI.</summary>
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(Address[]))]
[JsonSerializable(typeof(int[]))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(OrderLine[]))]
[JsonSerializable(typeof(Invoice[]))]
[JsonSerializable(typeof(OrderSummary))]
[JsonSerializable(typeof(Product))]
[JsonSerializable(typeof(Customer))]
[JsonSerializable(typeof(Carrier?))]
[JsonSerializable(typeof(Channel?))]
internal sealed partial class ShopJson : JsonSerializerContext
{
    public static ShopJson Relaxed { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
