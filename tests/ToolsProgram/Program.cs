using Websopy.SemanticKernel.ToolsProgram;
using Websopy.SemanticKernel.ToolsProgram.HandWritten;
using Websopy.SemanticKernel.ToolsProgram.Shop;

// The cold start of fifty tools in a program that was compiled ahead of time. Its one argument says whose.
var shop = new ShopTools();
Console.WriteLine(await (args[0] switch
{
    "written by hand" => ColdRun.MeasureAsync(() => HandWrittenTools.Create(shop)),
    "AsAIFunctions" => ColdRun.MeasureAsync(shop.AsAIFunctions),
    _ => ColdRun.MeasureAsync(() => shop.AsKernelPlugin()),
}));
