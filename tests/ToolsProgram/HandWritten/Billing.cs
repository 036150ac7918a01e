using System.Text.Json;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.ToolsProgram.Shop;

namespace Websopy.SemanticKernel.ToolsProgram.HandWritten;

internal sealed class InvoiceFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"invoice":{"description":"The invoice's number.","type":"integer"}},"required":["invoice"]}"""u8);

    public override string Name => "Invoice";

    public override string Description => "Reads an invoice.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.Invoice(arguments.Integer("invoice")), ShopJson.Relaxed.Invoice));
}

internal sealed class OpenInvoicesFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"customer":{"description":"The customer's number.","type":"integer"},"limit":{"description":"How many invoices at most.","type":"integer","default":10}},"required":["customer"]}"""u8);

    public override string Name => "OpenInvoices";

    public override string Description => "Lists what a customer has not paid.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.OpenInvoices(arguments.Integer("customer"), arguments.Integer("limit", 10)), ShopJson.Relaxed.InvoiceArray));
}

internal sealed class PayFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"invoice":{"description":"The invoice's number.","type":"integer"},"amount":{"description":"How much.","type":"number"},"currency":{"description":"The currency.","type":"string","default":"EUR"}},"required":["invoice","amount"]}"""u8);

    public override string Name => "Pay";

    public override string Description => "Books a payment.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.Pay(arguments.Integer("invoice"), arguments.Real("amount"), arguments.Text("currency", "EUR")), ShopJson.Relaxed.Boolean));
}

internal sealed class RefundFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"invoice":{"description":"The invoice's number.","type":"integer"},"amount":{"description":"How much.","type":"number"},"reason":{"description":"Why.","type":"string"}},"required":["invoice","amount","reason"]}"""u8);

    public override string Name => "Refund";

    public override string Description => "Pays money back.";

    public override JsonElement JsonSchema => Schema;

    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        JsonSerializer.SerializeToElement(await shop.Refund(arguments.Integer("invoice"), arguments.Real("amount"), arguments.Text("reason")), ShopJson.Relaxed.Boolean);
}

internal sealed class RemindFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"invoice":{"description":"The invoice's number.","type":"integer"},"channel":{"description":"The way it goes.","enum":["Web","Mail","Phone"],"type":"string","default":"Mail"}},"required":["invoice"]}"""u8);

    public override string Name => "Remind";

    public override string Description => "Reminds a customer of an invoice.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.Remind(arguments.Integer("invoice"), arguments.Value("channel", ShopJson.Relaxed.Channel, Channel.Mail)), ShopJson.Relaxed.String));
}

internal sealed class VoucherFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"value":{"description":"What it is worth.","type":"number"},"customer":{"description":"Whom it is for.","type":["string","null"],"default":null},"days":{"description":"How long it holds.","type":"integer","default":365}},"required":["value"]}"""u8);

    public override string Name => "Voucher";

    public override string Description => "Makes a voucher.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.Voucher(arguments.Real("value"), arguments.OptionalText("customer"), arguments.Integer("days", 365)), ShopJson.Relaxed.String));
}

internal sealed class RedeemVoucherFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"code":{"description":"What is printed on it.","type":"string"},"order":{"description":"The order's number.","type":"integer"}},"required":["code","order"]}"""u8);

    public override string Name => "RedeemVoucher";

    public override string Description => "Takes a voucher.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.RedeemVoucher(arguments.Text("code"), arguments.Integer("order")), ShopJson.Relaxed.Double));
}

internal sealed class TaxRateFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"country":{"description":"The country's code.","type":"string"},"category":{"description":"What is sold.","type":["string","null"],"default":null}},"required":["country"]}"""u8);

    public override string Name => "TaxRate";

    public override string Description => "Tells the tax of a country.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.TaxRate(arguments.Text("country"), arguments.OptionalText("category")), ShopJson.Relaxed.Double));
}

internal sealed class ConvertFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"amount":{"description":"How much.","type":"number"},"from":{"description":"The currency it is in.","type":"string"},"to":{"description":"The currency it should be in.","type":"string"}},"required":["amount","from","to"]}"""u8);

    public override string Name => "Convert";

    public override string Description => "Converts an amount of money.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.Convert(arguments.Real("amount"), arguments.Text("from"), arguments.Text("to")), ShopJson.Relaxed.Double));
}

internal sealed class RevenueFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"year":{"description":"The year.","type":"integer"},"month":{"description":"The month, or the whole year.","type":["integer","null"],"default":null},"channel":{"description":"Only by this way.","type":["string","null"],"enum":["Web","Mail","Phone",null],"default":null}},"required":["year"]}"""u8);

    public override string Name => "Revenue";

    public override string Description => "Adds up what was earned.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.Revenue(arguments.Integer("year"), arguments.OptionalInteger("month"), arguments.Value("channel", ShopJson.Relaxed.NullableChannel, null)), ShopJson.Relaxed.Double));
}
