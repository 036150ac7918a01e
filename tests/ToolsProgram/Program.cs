using Websopy.SemanticKernel.ToolsProgram;
using Websopy.SemanticKernel.ToolsProgram.HandWritten;
using Websopy.SemanticKernel.ToolsProgram.Shop;

// The cold start of fifty tools in a program that was compiled ahead of time. Its one argument says whose.
var shop = new ShopTools();
var times = await ColdRun.MeasureAsync(args is ["hand-written"] ? () => HandWrittenTools.Create(shop) : shop.AsAIFunctions);
Console.WriteLine(times);
