using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.ToolsProgram.Shop;

namespace Websopy.SemanticKernel.ToolsProgram.HandWritten;

/// <summary>The shop's tools as a careful person writes them: a class each, without reflection.</summary>
internal static class HandWrittenTools
{
    public static IReadOnlyList<AIFunction> Create(ShopTools shop) =>
    [
        new FindOrdersFunction(shop),
        new CountOrdersFunction(shop),
        new PlaceOrderFunction(shop),
        new CancelOrderFunction(shop),
        new ReopenOrderFunction(shop),
        new OrderDetailsFunction(shop),
        new OrderNoteFunction(shop),
        new SplitOrderFunction(shop),
        new MergeOrdersFunction(shop),
        new OrderTotalFunction(shop),
        new SearchProductsFunction(shop),
        new ProductDetailsFunction(shop),
        new ProductPriceFunction(shop),
        new SetPriceFunction(shop),
        new StockLevelFunction(shop),
        new RestockFunction(shop),
        new RelatedProductsFunction(shop),
        new AddProductFunction(shop),
        new RemoveProductFunction(shop),
        new TagProductFunction(shop),
        new FindCustomerFunction(shop),
        new CustomerAddressFunction(shop),
        new ChangeAddressFunction(shop),
        new AddCustomerFunction(shop),
        new MergeCustomersFunction(shop),
        new LoyaltyPointsFunction(shop),
        new GrantPointsFunction(shop),
        new SendMessageFunction(shop),
        new BlockCustomerFunction(shop),
        new CustomerNotesFunction(shop),
        new TrackParcelFunction(shop),
        new ShippingCostFunction(shop),
        new ShipOrderFunction(shop),
        new DeliveryDateFunction(shop),
        new RedirectFunction(shop),
        new PickupPointsFunction(shop),
        new ReturnLabelFunction(shop),
        new ReceiveReturnFunction(shop),
        new CarriersFunction(shop),
        new ParcelWeightFunction(shop),
        new InvoiceFunction(shop),
        new OpenInvoicesFunction(shop),
        new PayFunction(shop),
        new RefundFunction(shop),
        new RemindFunction(shop),
        new VoucherFunction(shop),
        new RedeemVoucherFunction(shop),
        new TaxRateFunction(shop),
        new ConvertFunction(shop),
        new RevenueFunction(shop),
    ];
}
