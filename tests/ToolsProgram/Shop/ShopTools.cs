using System.Globalization;

namespace Websopy.SemanticKernel.ToolsProgram.Shop;

/// <summary>Fifty tools of a shop's assistant: what every contender makes functions of. Their work is next to nothing.</summary>
[ToolSet]
public sealed partial class ShopTools
{
    private readonly int _first = 1;

    private string Answer(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
