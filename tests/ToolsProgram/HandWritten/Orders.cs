using System.Text.Json;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.ToolsProgram.Shop;

namespace Websopy.SemanticKernel.ToolsProgram.HandWritten;

internal sealed class FindOrdersFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"customer":{"description":"The customer's name.","type":"string"},"limit":{"description":"How many orders at most.","type":"integer"},"status":{"description":"Only orders in this state.","enum":["Open","Paid","Shipped","Returned"],"type":"string","default":"Open"}},"required":["customer","limit"]}"""u8);

    public override string Name => "FindOrders";

    public override string Description => "Finds the orders of a customer.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.FindOrders(arguments.Text("customer"), arguments.Integer("limit"), arguments.Value("status", ShopJson.Relaxed.OrderStatus, OrderStatus.Open)), ShopJson.Relaxed.String));
}

internal sealed class CountOrdersFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"customer":{"description":"The customer's name.","type":"string"},"paidOnly":{"description":"Leaves unpaid orders out.","type":"boolean","default":false}},"required":["customer"]}"""u8);

    public override string Name => "CountOrders";

    public override string Description => "Counts the orders of a customer.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.CountOrders(arguments.Text("customer"), arguments.Flag("paidOnly", false)), ShopJson.Relaxed.Int32));
}

internal sealed class PlaceOrderFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"customer":{"description":"The customer's name.","type":"string"},"lines":{"description":"What is ordered.","type":"array","items":{"type":"object","properties":{"sku":{"type":"string"},"quantity":{"type":"integer"}},"required":["sku","quantity"]}}},"required":["customer","lines"]}"""u8);

    public override string Name => "PlaceOrder";

    public override string Description => "Places an order.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.PlaceOrder(arguments.Text("customer"), arguments.Value("lines", ShopJson.Relaxed.OrderLineArray)), ShopJson.Relaxed.OrderSummary));
}

internal sealed class CancelOrderFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"order":{"description":"The order's number.","type":"integer"},"reason":{"description":"Why.","type":"string"}},"required":["order","reason"]}"""u8);

    public override string Name => "CancelOrder";

    public override string Description => "Cancels an order.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.CancelOrder(arguments.Integer("order"), arguments.Text("reason")), ShopJson.Relaxed.Boolean));
}

internal sealed class ReopenOrderFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"order":{"description":"The order's number.","type":"integer"}},"required":["order"]}"""u8);

    public override string Name => "ReopenOrder";

    public override string Description => "Opens a cancelled order again.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.ReopenOrder(arguments.Integer("order")), ShopJson.Relaxed.Boolean));
}

internal sealed class OrderDetailsFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"order":{"description":"The order's number.","type":"integer"}},"required":["order"]}"""u8);

    public override string Name => "OrderDetails";

    public override string Description => "Tells what an order is about.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.OrderDetails(arguments.Integer("order")), ShopJson.Relaxed.OrderSummary));
}

internal sealed class OrderNoteFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"order":{"description":"The order's number.","type":"integer"},"note":{"description":"The note.","type":"string"},"visible":{"description":"Whether the customer sees it.","type":"boolean","default":true}},"required":["order","note"]}"""u8);

    public override string Name => "OrderNote";

    public override string Description => "Writes a note to an order.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.OrderNote(arguments.Integer("order"), arguments.Text("note"), arguments.Flag("visible", true)), ShopJson.Relaxed.String));
}

internal sealed class SplitOrderFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"order":{"description":"The order's number.","type":"integer"},"positions":{"description":"The lines that go first.","type":"array","items":{"type":"integer"}}},"required":["order","positions"]}"""u8);

    public override string Name => "SplitOrder";

    public override string Description => "Splits an order in parts.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.SplitOrder(arguments.Integer("order"), arguments.Value("positions", ShopJson.Relaxed.Int32Array)), ShopJson.Relaxed.String));
}

internal sealed class MergeOrdersFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"orders":{"description":"The orders' numbers.","type":"array","items":{"type":"integer"}}},"required":["orders"]}"""u8);

    public override string Name => "MergeOrders";

    public override string Description => "Makes one order of several.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.MergeOrders(arguments.Value("orders", ShopJson.Relaxed.Int32Array)), ShopJson.Relaxed.OrderSummary));
}

internal sealed class OrderTotalFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"lines":{"description":"What is ordered.","type":"array","items":{"type":"object","properties":{"sku":{"type":"string"},"quantity":{"type":"integer"}},"required":["sku","quantity"]}},"discount":{"description":"A discount in percent.","type":"number","default":0}},"required":["lines"]}"""u8);

    public override string Name => "OrderTotal";

    public override string Description => "Adds up an order.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.OrderTotal(arguments.Value("lines", ShopJson.Relaxed.OrderLineArray), arguments.Real("discount", 0)), ShopJson.Relaxed.Double));
}
