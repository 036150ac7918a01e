using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Websopy.SemanticKernel.ToolsProgram.Shop;

namespace Websopy.SemanticKernel.Benchmarks.ToolSets;

/// <summary>The ways of others to make functions of the shop's methods.</summary>
internal static class ShopContenders
{
    public const string HandWritten = "written by hand";
    public const string Functions = "AsAIFunctions";
    public const string FunctionFactory = "AIFunctionFactory";
    public const string Plugin = "AsKernelPlugin";
    public const string PluginFactory = "KernelPluginFactory";

    /// <summary>Reflection finds the same methods as Semantic Kernel and the generator do.</summary>
    public static IReadOnlyList<AIFunction> FromFactory(ShopTools shop) =>
    [
        .. typeof(ShopTools).GetMethods().Where(method => method.IsDefined(typeof(KernelFunctionAttribute)))
            .Select(method => AIFunctionFactory.Create(method, shop)),
    ];

    /// <summary>The options are what a model's call needs: without them, names of properties that begin with a small letter are not found.</summary>
    public static KernelPlugin FromPluginFactory(ShopTools shop) => KernelPluginFactory.CreateFromObject(shop, JsonSerializerOptions.Web);
}
