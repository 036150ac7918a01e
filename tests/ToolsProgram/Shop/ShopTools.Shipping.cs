using System.ComponentModel;
using Microsoft.SemanticKernel;

namespace Websopy.SemanticKernel.ToolsProgram.Shop;

public sealed partial class ShopTools
{
    [KernelFunction]
    [Description("Tells where a parcel is.")]
    public Task<string> TrackParcel(
        [Description("The parcel's number.")] string parcel,
        [Description("Who brings it.")] Carrier carrier = Carrier.Post) =>
        Task.FromResult(Answer($"{parcel} is with {carrier}"));

    [KernelFunction]
    [Description("Tells what sending costs.")]
    public double ShippingCost(
        [Description("Where to.")] Address address,
        [Description("Kilograms.")] double weight,
        [Description("Who brings it.")] Carrier? carrier = null) =>
        address.City.Length * weight + (int)(carrier ?? Carrier.Post) + _first;

    [KernelFunction]
    [Description("Sends an order.")]
    public string ShipOrder(
        [Description("The order's number.")] int order,
        [Description("Who brings it.")] Carrier carrier,
        [Description("Whether it is insured.")] bool insured = false) =>
        Answer($"{order} goes by {carrier}, insured {insured}");

    [KernelFunction]
    [Description("Tells when an order arrives.")]
    public string DeliveryDate([Description("The order's number.")] int order) =>
        Answer($"{order} arrives tomorrow");

    [KernelFunction]
    [Description("Sends a parcel elsewhere.")]
    public bool Redirect(
        [Description("The parcel's number.")] string parcel,
        [Description("Where to.")] Address address) =>
        parcel.Length + address.City.Length > _first;

    [KernelFunction]
    [Description("Finds places to pick parcels up.")]
    public Address[] PickupPoints([Description("Where.")] string city, [Description("How many at most.")] int limit = 3) =>
        [new(Answer($"Street {limit}"), city)];

    [KernelFunction]
    [Description("Makes a label to send something back.")]
    public string ReturnLabel(
        [Description("The order's number.")] int order,
        [Description("The lines that come back.")] int[] positions) =>
        Answer($"{order} brings {positions.Length} back");

    [KernelFunction]
    [Description("Books what has come back.")]
    public OrderSummary ReceiveReturn(
        [Description("The order's number.")] int order,
        [Description("What has come.")] OrderLine[] lines,
        [Description("Whether it is damaged.")] bool damaged = false) =>
        new(order + _first, damaged ? "damaged" : "whole", OrderStatus.Returned, lines.Length);

    [KernelFunction]
    [Description("Lists who can bring a parcel somewhere.")]
    public string[] Carriers([Description("Where to.")] Address address) =>
        [address.City, Answer($"{Carrier.Post}")];

    [KernelFunction]
    [Description("Adds up what a parcel weighs.")]
    public double ParcelWeight([Description("What is in it.")] OrderLine[] lines) =>
        lines.Length + _first;
}
