using System.ComponentModel;
using Microsoft.SemanticKernel;

namespace Websopy.SemanticKernel.ToolsProgram.Shop;

public sealed partial class ShopTools
{
    [KernelFunction]
    [Description("Finds the orders of a customer.")]
    public string FindOrders(
        [Description("The customer's name.")] string customer,
        [Description("How many orders at most.")] int limit,
        [Description("Only orders in this state.")] OrderStatus status = OrderStatus.Open) =>
        Answer($"{limit} {status} orders of {customer}");

    [KernelFunction]
    [Description("Counts the orders of a customer.")]
    public int CountOrders(
        [Description("The customer's name.")] string customer,
        [Description("Leaves unpaid orders out.")] bool paidOnly = false) =>
        customer.Length + (paidOnly ? 1 : 0);

    [KernelFunction]
    [Description("Places an order.")]
    public OrderSummary PlaceOrder(
        [Description("The customer's name.")] string customer,
        [Description("What is ordered.")] OrderLine[] lines) =>
        new(_first + lines.Length, customer, OrderStatus.Open, lines.Length);

    [KernelFunction]
    [Description("Cancels an order.")]
    public bool CancelOrder([Description("The order's number.")] int order, [Description("Why.")] string reason) =>
        order > _first && reason.Length > 0;

    [KernelFunction]
    [Description("Opens a cancelled order again.")]
    public bool ReopenOrder([Description("The order's number.")] int order) =>
        order > _first;

    [KernelFunction]
    [Description("Tells what an order is about.")]
    public OrderSummary OrderDetails([Description("The order's number.")] int order) =>
        new(order, Answer($"customer {order}"), OrderStatus.Shipped, 12.5);

    [KernelFunction]
    [Description("Writes a note to an order.")]
    public string OrderNote(
        [Description("The order's number.")] int order,
        [Description("The note.")] string note,
        [Description("Whether the customer sees it.")] bool visible = true) =>
        Answer($"Order {order} says {note}, visible {visible}.");

    [KernelFunction]
    [Description("Splits an order in parts.")]
    public string SplitOrder(
        [Description("The order's number.")] int order,
        [Description("The lines that go first.")] int[] positions) =>
        Answer($"Order {order} in {positions.Length} parts.");

    [KernelFunction]
    [Description("Makes one order of several.")]
    public OrderSummary MergeOrders([Description("The orders' numbers.")] int[] orders) =>
        new(orders.Length, "all", OrderStatus.Open, 0);

    [KernelFunction]
    [Description("Adds up an order.")]
    public double OrderTotal(
        [Description("What is ordered.")] OrderLine[] lines,
        [Description("A discount in percent.")] double discount = 0) =>
        lines.Length * (100 - discount);
}
