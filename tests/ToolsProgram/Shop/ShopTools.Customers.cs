using System.ComponentModel;
using Microsoft.SemanticKernel;

namespace Websopy.SemanticKernel.ToolsProgram.Shop;

public sealed partial class ShopTools
{
    [KernelFunction]
    [Description("Finds a customer by name or address.")]
    public Customer FindCustomer([Description("What to look for.")] string text) =>
        new(_first, text, new("Main Street 1", "Springfield"));

    [KernelFunction]
    [Description("Tells where a customer lives.")]
    public Address CustomerAddress([Description("The customer's number.")] int customer) =>
        new(Answer($"Street {customer}"), "Springfield");

    [KernelFunction]
    [Description("Changes the address of a customer.")]
    public string ChangeAddress(
        [Description("The customer's number.")] int customer,
        [Description("The new address.")] Address address) =>
        Answer($"{customer} lives in {address.City}");

    [KernelFunction]
    [Description("Adds a customer.")]
    public Customer AddCustomer(
        [Description("The customer's name.")] string name,
        [Description("The address.")] Address address,
        [Description("How the customer found the shop.")] Channel channel = Channel.Web) =>
        new(_first + (int)channel, name, address);

    [KernelFunction]
    [Description("Makes one customer of two.")]
    public bool MergeCustomers(
        [Description("The number that stays.")] int keep,
        [Description("The number that goes.")] int drop) =>
        keep + _first != drop;

    [KernelFunction]
    [Description("Tells a customer's points.")]
    public int LoyaltyPoints([Description("The customer's number.")] int customer) =>
        customer + _first;

    [KernelFunction]
    [Description("Gives points to a customer.")]
    public int GrantPoints(
        [Description("The customer's number.")] int customer,
        [Description("How many.")] int points,
        [Description("Why.")] string? reason = null) =>
        customer + points + (reason?.Length ?? _first);

    [KernelFunction]
    [Description("Writes to a customer.")]
    public Task<string> SendMessage(
        [Description("The customer's number.")] int customer,
        [Description("The message.")] string text,
        [Description("The way it goes.")] Channel channel) =>
        Task.FromResult(Answer($"{text} to {customer} by {channel}"));

    [KernelFunction]
    [Description("Blocks a customer.")]
    public string BlockCustomer(
        [Description("The customer's number.")] int customer,
        [Description("Why.")] string reason,
        [Description("For how long.")] int days = 30) =>
        Answer($"{customer} is blocked {days} days: {reason}");

    [KernelFunction]
    [Description("Reads the notes on a customer.")]
    public string[] CustomerNotes(
        [Description("The customer's number.")] int customer,
        [Description("How many notes at most.")] int limit = 20) =>
        [Answer($"{customer}"), Answer($"{limit}")];
}
