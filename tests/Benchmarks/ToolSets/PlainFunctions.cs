using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.ToolsProgram.HandWritten;
using Websopy.SemanticKernel.ToolsProgram.Shop;

namespace Websopy.SemanticKernel.Benchmarks.ToolSets;

/// <summary>A function written by hand that returns the object itself, which is less than the contract of AIFunctionFactory asks.</summary>
internal sealed class PlainFunction(string name, Func<AIFunctionArguments, object?> invoke) : AIFunction
{
    public override string Name => name;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) => new(invoke(arguments));
}

internal static class PlainFunctions
{
    public static IReadOnlyList<AIFunction> Create(ShopTools shop) =>
    [
        new PlainFunction(nameof(ShopTools.SearchProducts), arguments => shop.SearchProducts(arguments.Text("text"), arguments.Integer("limit", 10), arguments.Flag("inStock", true))),
        new PlainFunction(nameof(ShopTools.FindOrders), arguments => shop.FindOrders(arguments.Text("customer"), arguments.Integer("limit"), arguments.Value("status", ShopJson.Relaxed.OrderStatus, OrderStatus.Open))),
        new PlainFunction(nameof(ShopTools.AddCustomer), arguments => shop.AddCustomer(arguments.Text("name"), arguments.Value("address", ShopJson.Relaxed.Address), arguments.Value("channel", ShopJson.Relaxed.Channel, Channel.Web))),
    ];
}
