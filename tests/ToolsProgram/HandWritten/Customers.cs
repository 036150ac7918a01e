using System.Text.Json;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.ToolsProgram.Shop;

namespace Websopy.SemanticKernel.ToolsProgram.HandWritten;

internal sealed class FindCustomerFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"text":{"description":"What to look for.","type":"string"}},"required":["text"]}"""u8);

    public override string Name => "FindCustomer";

    public override string Description => "Finds a customer by name or address.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.FindCustomer(arguments.Text("text")), ShopJson.Relaxed.Customer));
}

internal sealed class CustomerAddressFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"customer":{"description":"The customer's number.","type":"integer"}},"required":["customer"]}"""u8);

    public override string Name => "CustomerAddress";

    public override string Description => "Tells where a customer lives.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.CustomerAddress(arguments.Integer("customer")), ShopJson.Relaxed.Address));
}

internal sealed class ChangeAddressFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"customer":{"description":"The customer's number.","type":"integer"},"address":{"description":"The new address.","type":"object","properties":{"street":{"type":"string"},"city":{"type":"string"},"postalCode":{"type":["string","null"],"default":null}},"required":["street","city"]}},"required":["customer","address"]}"""u8);

    public override string Name => "ChangeAddress";

    public override string Description => "Changes the address of a customer.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.ChangeAddress(arguments.Integer("customer"), arguments.Value("address", ShopJson.Relaxed.Address)), ShopJson.Relaxed.String));
}

internal sealed class AddCustomerFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"name":{"description":"The customer's name.","type":"string"},"address":{"description":"The address.","type":"object","properties":{"street":{"type":"string"},"city":{"type":"string"},"postalCode":{"type":["string","null"],"default":null}},"required":["street","city"]},"channel":{"description":"How the customer found the shop.","enum":["Web","Mail","Phone"],"type":"string","default":"Web"}},"required":["name","address"]}"""u8);

    public override string Name => "AddCustomer";

    public override string Description => "Adds a customer.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.AddCustomer(arguments.Text("name"), arguments.Value("address", ShopJson.Relaxed.Address), arguments.Value("channel", ShopJson.Relaxed.Channel, Channel.Web)), ShopJson.Relaxed.Customer));
}

internal sealed class MergeCustomersFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"keep":{"description":"The number that stays.","type":"integer"},"drop":{"description":"The number that goes.","type":"integer"}},"required":["keep","drop"]}"""u8);

    public override string Name => "MergeCustomers";

    public override string Description => "Makes one customer of two.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.MergeCustomers(arguments.Integer("keep"), arguments.Integer("drop")), ShopJson.Relaxed.Boolean));
}

internal sealed class LoyaltyPointsFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"customer":{"description":"The customer's number.","type":"integer"}},"required":["customer"]}"""u8);

    public override string Name => "LoyaltyPoints";

    public override string Description => "Tells a customer's points.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.LoyaltyPoints(arguments.Integer("customer")), ShopJson.Relaxed.Int32));
}

internal sealed class GrantPointsFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"customer":{"description":"The customer's number.","type":"integer"},"points":{"description":"How many.","type":"integer"},"reason":{"description":"Why.","type":["string","null"],"default":null}},"required":["customer","points"]}"""u8);

    public override string Name => "GrantPoints";

    public override string Description => "Gives points to a customer.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.GrantPoints(arguments.Integer("customer"), arguments.Integer("points"), arguments.OptionalText("reason")), ShopJson.Relaxed.Int32));
}

internal sealed class SendMessageFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"customer":{"description":"The customer's number.","type":"integer"},"text":{"description":"The message.","type":"string"},"channel":{"description":"The way it goes.","enum":["Web","Mail","Phone"],"type":"string"}},"required":["customer","text","channel"]}"""u8);

    public override string Name => "SendMessage";

    public override string Description => "Writes to a customer.";

    public override JsonElement JsonSchema => Schema;

    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        JsonSerializer.SerializeToElement(await shop.SendMessage(arguments.Integer("customer"), arguments.Text("text"), arguments.Value("channel", ShopJson.Relaxed.Channel)), ShopJson.Relaxed.String);
}

internal sealed class BlockCustomerFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"customer":{"description":"The customer's number.","type":"integer"},"reason":{"description":"Why.","type":"string"},"days":{"description":"For how long.","type":"integer","default":30}},"required":["customer","reason"]}"""u8);

    public override string Name => "BlockCustomer";

    public override string Description => "Blocks a customer.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.BlockCustomer(arguments.Integer("customer"), arguments.Text("reason"), arguments.Integer("days", 30)), ShopJson.Relaxed.String));
}

internal sealed class CustomerNotesFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"customer":{"description":"The customer's number.","type":"integer"},"limit":{"description":"How many notes at most.","type":"integer","default":20}},"required":["customer"]}"""u8);

    public override string Name => "CustomerNotes";

    public override string Description => "Reads the notes on a customer.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.CustomerNotes(arguments.Integer("customer"), arguments.Integer("limit", 20)), ShopJson.Relaxed.StringArray));
}
