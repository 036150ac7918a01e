using System.ComponentModel;
using Microsoft.SemanticKernel;

namespace Websopy.SemanticKernel.ToolsProgram.Shop;

public sealed partial class ShopTools
{
    [KernelFunction]
    [Description("Searches the catalogue.")]
    public string SearchProducts(
        [Description("What to look for.")] string text,
        [Description("How many products at most.")] int limit = 10,
        [Description("Only what can be sent at once.")] bool inStock = true) =>
        Answer($"{limit} products like {text}, in stock {inStock}");

    [KernelFunction]
    [Description("Describes a product.")]
    public Product ProductDetails([Description("The product's number.")] string sku) =>
        new(sku, Answer($"Product {sku}"), 9.5, 3);

    [KernelFunction]
    [Description("Tells the price of a product.")]
    public double ProductPrice(
        [Description("The product's number.")] string sku,
        [Description("How many.")] int quantity = 1) =>
        sku.Length * quantity + _first;

    [KernelFunction]
    [Description("Changes the price of a product.")]
    public bool SetPrice(
        [Description("The product's number.")] string sku,
        [Description("The new price.")] double price) =>
        sku.Length + price > _first;

    [KernelFunction]
    [Description("Tells how much of a product there is.")]
    public int StockLevel(
        [Description("The product's number.")] string sku,
        [Description("Only in this warehouse.")] string? warehouse = null) =>
        sku.Length + (warehouse?.Length ?? _first);

    [KernelFunction]
    [Description("Adds to the stock of a product.")]
    public string Restock(
        [Description("The product's number.")] string sku,
        [Description("How many.")] int quantity,
        [Description("Where.")] string warehouse) =>
        Answer($"{quantity} of {sku} in {warehouse}");

    [KernelFunction]
    [Description("Finds what is bought together.")]
    public string[] RelatedProducts(
        [Description("The product's number.")] string sku,
        [Description("How many products at most.")] int limit = 5) =>
        [sku, Answer($"{limit}")];

    [KernelFunction]
    [Description("Adds a product to the catalogue.")]
    public Product AddProduct([Description("The product.")] Product product) =>
        product with { Stock = _first };

    [KernelFunction]
    [Description("Takes a product off the catalogue.")]
    public bool RemoveProduct([Description("The product's number.")] string sku) =>
        sku.Length > _first;

    [KernelFunction]
    [Description("Gives tags to a product.")]
    public string TagProduct(
        [Description("The product's number.")] string sku,
        [Description("The tags.")] string[] tags) =>
        Answer($"{sku} has {tags.Length} tags.");
}
