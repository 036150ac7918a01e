using System.Text.Json;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.ToolsProgram.Shop;

namespace Websopy.SemanticKernel.ToolsProgram.HandWritten;

internal sealed class SearchProductsFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"text":{"description":"What to look for.","type":"string"},"limit":{"description":"How many products at most.","type":"integer","default":10},"inStock":{"description":"Only what can be sent at once.","type":"boolean","default":true}},"required":["text"]}"""u8);

    public override string Name => "SearchProducts";

    public override string Description => "Searches the catalogue.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.SearchProducts(arguments.Text("text"), arguments.Integer("limit", 10), arguments.Flag("inStock", true)), ShopJson.Relaxed.String));
}

internal sealed class ProductDetailsFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"sku":{"description":"The product's number.","type":"string"}},"required":["sku"]}"""u8);

    public override string Name => "ProductDetails";

    public override string Description => "Describes a product.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.ProductDetails(arguments.Text("sku")), ShopJson.Relaxed.Product));
}

internal sealed class ProductPriceFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"sku":{"description":"The product's number.","type":"string"},"quantity":{"description":"How many.","type":"integer","default":1}},"required":["sku"]}"""u8);

    public override string Name => "ProductPrice";

    public override string Description => "Tells the price of a product.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.ProductPrice(arguments.Text("sku"), arguments.Integer("quantity", 1)), ShopJson.Relaxed.Double));
}

internal sealed class SetPriceFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"sku":{"description":"The product's number.","type":"string"},"price":{"description":"The new price.","type":"number"}},"required":["sku","price"]}"""u8);

    public override string Name => "SetPrice";

    public override string Description => "Changes the price of a product.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.SetPrice(arguments.Text("sku"), arguments.Real("price")), ShopJson.Relaxed.Boolean));
}

internal sealed class StockLevelFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"sku":{"description":"The product's number.","type":"string"},"warehouse":{"description":"Only in this warehouse.","type":["string","null"],"default":null}},"required":["sku"]}"""u8);

    public override string Name => "StockLevel";

    public override string Description => "Tells how much of a product there is.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.StockLevel(arguments.Text("sku"), arguments.OptionalText("warehouse")), ShopJson.Relaxed.Int32));
}

internal sealed class RestockFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"sku":{"description":"The product's number.","type":"string"},"quantity":{"description":"How many.","type":"integer"},"warehouse":{"description":"Where.","type":"string"}},"required":["sku","quantity","warehouse"]}"""u8);

    public override string Name => "Restock";

    public override string Description => "Adds to the stock of a product.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.Restock(arguments.Text("sku"), arguments.Integer("quantity"), arguments.Text("warehouse")), ShopJson.Relaxed.String));
}

internal sealed class RelatedProductsFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"sku":{"description":"The product's number.","type":"string"},"limit":{"description":"How many products at most.","type":"integer","default":5}},"required":["sku"]}"""u8);

    public override string Name => "RelatedProducts";

    public override string Description => "Finds what is bought together.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.RelatedProducts(arguments.Text("sku"), arguments.Integer("limit", 5)), ShopJson.Relaxed.StringArray));
}

internal sealed class AddProductFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"product":{"description":"The product.","type":"object","properties":{"sku":{"type":"string"},"name":{"type":"string"},"price":{"type":"number"},"stock":{"type":"integer"}},"required":["sku","name","price","stock"]}},"required":["product"]}"""u8);

    public override string Name => "AddProduct";

    public override string Description => "Adds a product to the catalogue.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.AddProduct(arguments.Value("product", ShopJson.Relaxed.Product)), ShopJson.Relaxed.Product));
}

internal sealed class RemoveProductFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"sku":{"description":"The product's number.","type":"string"}},"required":["sku"]}"""u8);

    public override string Name => "RemoveProduct";

    public override string Description => "Takes a product off the catalogue.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.RemoveProduct(arguments.Text("sku")), ShopJson.Relaxed.Boolean));
}

internal sealed class TagProductFunction(ShopTools shop) : AIFunction
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"sku":{"description":"The product's number.","type":"string"},"tags":{"description":"The tags.","type":"array","items":{"type":"string"}}},"required":["sku","tags"]}"""u8);

    public override string Name => "TagProduct";

    public override string Description => "Gives tags to a product.";

    public override JsonElement JsonSchema => Schema;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(JsonSerializer.SerializeToElement(shop.TagProduct(arguments.Text("sku"), arguments.Value("tags", ShopJson.Relaxed.StringArray)), ShopJson.Relaxed.String));
}
