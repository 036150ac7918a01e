using System.Text.Json.Serialization;

namespace Websopy.SemanticKernel.ToolsProgram.Shop;

[JsonConverter(typeof(JsonStringEnumConverter<OrderStatus>))]
public enum OrderStatus
{
    Open,
    Paid,
    Shipped,
    Returned,
}

[JsonConverter(typeof(JsonStringEnumConverter<Carrier>))]
public enum Carrier
{
    Post,
    Courier,
    Bike,
}

[JsonConverter(typeof(JsonStringEnumConverter<Channel>))]
public enum Channel
{
    Web,
    Mail,
    Phone,
}

public sealed record Address(string Street, string City, string? PostalCode = null);

public sealed record OrderLine(string Sku, int Quantity);

public sealed record OrderSummary(int Number, string Customer, OrderStatus Status, double Total);

public sealed record Product(string Sku, string Name, double Price, int Stock);

public sealed record Customer(int Number, string Name, Address Address);

public sealed record Invoice(int Number, int Order, double Amount, bool Paid);
