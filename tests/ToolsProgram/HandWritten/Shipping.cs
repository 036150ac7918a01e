using System.Text.Json;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.ToolsProgram.Shop;

namespace Websopy.SemanticKernel.ToolsProgram.HandWritten;

internal sealed class TrackParcelFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"parcel":{"description":"The parcel's number.","type":"string"},"carrier":{"description":"Who brings it.","enum":["Post","Courier","Bike"],"type":"string","default":"Post"}},"required":["parcel"]}"""u8);

    public override string Name => "TrackParcel";

    public override string Description => "Tells where a parcel is.";

    public override JsonElement JsonSchema => Schema;

    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        JsonSerializer.SerializeToElement(await shop.TrackParcel(arguments.Text("parcel"), arguments.Value("carrier", ShopJson.Relaxed.Carrier, Carrier.Post)), ShopJson.Relaxed.String);
}

internal sealed class ShippingCostFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"address":{"description":"Where to.","type":"object","properties":{"street":{"type":"string"},"city":{"type":"string"},"postalCode":{"type":["string","null"],"default":null}},"required":["street","city"]},"weight":{"description":"Kilograms.","type":"number"},"carrier":{"description":"Who brings it.","type":["string","null"],"enum":["Post","Courier","Bike",null],"default":null}},"required":["address","weight"]}"""u8);

    public override string Name => "ShippingCost";

    public override string Description => "Tells what sending costs.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.ShippingCost(arguments.Value("address", ShopJson.Relaxed.Address), arguments.Real("weight"), arguments.Value("carrier", ShopJson.Relaxed.NullableCarrier, null)), ShopJson.Relaxed.Double));
}

internal sealed class ShipOrderFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"order":{"description":"The order's number.","type":"integer"},"carrier":{"description":"Who brings it.","enum":["Post","Courier","Bike"],"type":"string"},"insured":{"description":"Whether it is insured.","type":"boolean","default":false}},"required":["order","carrier"]}"""u8);

    public override string Name => "ShipOrder";

    public override string Description => "Sends an order.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.ShipOrder(arguments.Integer("order"), arguments.Value("carrier", ShopJson.Relaxed.Carrier), arguments.Flag("insured", false)), ShopJson.Relaxed.String));
}

internal sealed class DeliveryDateFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"order":{"description":"The order's number.","type":"integer"}},"required":["order"]}"""u8);

    public override string Name => "DeliveryDate";

    public override string Description => "Tells when an order arrives.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.DeliveryDate(arguments.Integer("order")), ShopJson.Relaxed.String));
}

internal sealed class RedirectFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"parcel":{"description":"The parcel's number.","type":"string"},"address":{"description":"Where to.","type":"object","properties":{"street":{"type":"string"},"city":{"type":"string"},"postalCode":{"type":["string","null"],"default":null}},"required":["street","city"]}},"required":["parcel","address"]}"""u8);

    public override string Name => "Redirect";

    public override string Description => "Sends a parcel elsewhere.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.Redirect(arguments.Text("parcel"), arguments.Value("address", ShopJson.Relaxed.Address)), ShopJson.Relaxed.Boolean));
}

internal sealed class PickupPointsFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"city":{"description":"Where.","type":"string"},"limit":{"description":"How many at most.","type":"integer","default":3}},"required":["city"]}"""u8);

    public override string Name => "PickupPoints";

    public override string Description => "Finds places to pick parcels up.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.PickupPoints(arguments.Text("city"), arguments.Integer("limit", 3)), ShopJson.Relaxed.AddressArray));
}

internal sealed class ReturnLabelFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"order":{"description":"The order's number.","type":"integer"},"positions":{"description":"The lines that come back.","type":"array","items":{"type":"integer"}}},"required":["order","positions"]}"""u8);

    public override string Name => "ReturnLabel";

    public override string Description => "Makes a label to send something back.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.ReturnLabel(arguments.Integer("order"), arguments.Value("positions", ShopJson.Relaxed.Int32Array)), ShopJson.Relaxed.String));
}

internal sealed class ReceiveReturnFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"order":{"description":"The order's number.","type":"integer"},"lines":{"description":"What has come.","type":"array","items":{"type":"object","properties":{"sku":{"type":"string"},"quantity":{"type":"integer"}},"required":["sku","quantity"]}},"damaged":{"description":"Whether it is damaged.","type":"boolean","default":false}},"required":["order","lines"]}"""u8);

    public override string Name => "ReceiveReturn";

    public override string Description => "Books what has come back.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.ReceiveReturn(arguments.Integer("order"), arguments.Value("lines", ShopJson.Relaxed.OrderLineArray), arguments.Flag("damaged", false)), ShopJson.Relaxed.OrderSummary));
}

internal sealed class CarriersFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"address":{"description":"Where to.","type":"object","properties":{"street":{"type":"string"},"city":{"type":"string"},"postalCode":{"type":["string","null"],"default":null}},"required":["street","city"]}},"required":["address"]}"""u8);

    public override string Name => "Carriers";

    public override string Description => "Lists who can bring a parcel somewhere.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.Carriers(arguments.Value("address", ShopJson.Relaxed.Address)), ShopJson.Relaxed.StringArray));
}

internal sealed class ParcelWeightFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"lines":{"description":"What is in it.","type":"array","items":{"type":"object","properties":{"sku":{"type":"string"},"quantity":{"type":"integer"}},"required":["sku","quantity"]}}},"required":["lines"]}"""u8);

    public override string Name => "ParcelWeight";

    public override string Description => "Adds up what a parcel weighs.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.ParcelWeight(arguments.Value("lines", ShopJson.Relaxed.OrderLineArray)), ShopJson.Relaxed.Double));
}
