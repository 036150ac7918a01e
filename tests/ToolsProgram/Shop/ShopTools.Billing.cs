using System.ComponentModel;
using Microsoft.SemanticKernel;

namespace Websopy.SemanticKernel.ToolsProgram.Shop;

public sealed partial class ShopTools
{
    [KernelFunction]
    [Description("Reads an invoice.")]
    public Invoice Invoice([Description("The invoice's number.")] int invoice) =>
        new(invoice, _first, 99.5, true);

    [KernelFunction]
    [Description("Lists what a customer has not paid.")]
    public Invoice[] OpenInvoices(
        [Description("The customer's number.")] int customer,
        [Description("How many invoices at most.")] int limit = 10) =>
        [new(_first, customer, limit, false)];

    [KernelFunction]
    [Description("Books a payment.")]
    public bool Pay(
        [Description("The invoice's number.")] int invoice,
        [Description("How much.")] double amount,
        [Description("The currency.")] string currency = "EUR") =>
        invoice + amount + currency.Length > _first;

    [KernelFunction]
    [Description("Pays money back.")]
    public Task<bool> Refund(
        [Description("The invoice's number.")] int invoice,
        [Description("How much.")] double amount,
        [Description("Why.")] string reason) =>
        Task.FromResult(invoice + amount + reason.Length > _first);

    [KernelFunction]
    [Description("Reminds a customer of an invoice.")]
    public string Remind(
        [Description("The invoice's number.")] int invoice,
        [Description("The way it goes.")] Channel channel = Channel.Mail) =>
        Answer($"{invoice} is due, said by {channel}");

    [KernelFunction]
    [Description("Makes a voucher.")]
    public string Voucher(
        [Description("What it is worth.")] double value,
        [Description("Whom it is for.")] string? customer = null,
        [Description("How long it holds.")] int days = 365) =>
        Answer($"{value} for {customer} within {days} days");

    [KernelFunction]
    [Description("Takes a voucher.")]
    public double RedeemVoucher(
        [Description("What is printed on it.")] string code,
        [Description("The order's number.")] int order) =>
        code.Length + order + _first;

    [KernelFunction]
    [Description("Tells the tax of a country.")]
    public double TaxRate(
        [Description("The country's code.")] string country,
        [Description("What is sold.")] string? category = null) =>
        country.Length + (category?.Length ?? _first);

    [KernelFunction]
    [Description("Converts an amount of money.")]
    public double Convert(
        [Description("How much.")] double amount,
        [Description("The currency it is in.")] string from,
        [Description("The currency it should be in.")] string to) =>
        amount * (from.Length + _first) / to.Length;

    [KernelFunction]
    [Description("Adds up what was earned.")]
    public double Revenue(
        [Description("The year.")] int year,
        [Description("The month, or the whole year.")] int? month = null,
        [Description("Only by this way.")] Channel? channel = null) =>
        year + (month ?? _first) + (int)(channel ?? Channel.Web);
}
