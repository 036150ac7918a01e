// The names and descriptions of tools.
using System.Collections.Generic;
using System.ComponentModel;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Websopy.SemanticKernel;

namespace Sample.Tools;

[ToolSet]
public class NamedTools
{
    [Tool] public Task GetAsync() => Task.CompletedTask;

    [Tool] public Task<int> GetNumberAsync() => Task.FromResult(1);

    [Tool] public ValueTask PutAsync() => default;

    [Tool] public ValueTask<int> PutNumberAsync() => new(1);

    [Tool] public async IAsyncEnumerable<int> StreamAsync()
    {
        await Task.Yield();
        yield return 1;
    }

    [Tool] public int SyncAsync() => 1;

    [Tool] public void NothingAsync() { }

    [Tool] public Task Async() => Task.CompletedTask;

    [Tool] public Task AsyncAsync() => Task.CompletedTask;

    [Tool] public Task LoadAsync_Now() => Task.CompletedTask;

    [Tool] public Task AsyncFirst() => Task.CompletedTask;

    [Tool] public Task DoAsync_Async_Twice() => Task.CompletedTask;

    [Tool] public Task MiddleAsyncEnd() => Task.CompletedTask;

    [Tool] public int With_Under__scores_() => 1;

    [Tool] public int _Leading() => 1;

    [Tool] public int Größe() => 1;

    [Tool] public int ÄÖ_Ü() => 1;

    [Tool] public Task ÜberAsync() => Task.CompletedTask;

    [Tool] public int @class() => 1;

    [Tool] public int @await() => 1;

    [Tool] public int A1() => 1;

    [Tool, DisplayName("display-name")] public int Displayed() => 1;

    [Tool, AIFunctionName("function_name")] public int FunctionNamed() => 1;

    [Tool, DisplayName("lesser"), AIFunctionName("greater")] public int BothNamed() => 1;

    [Tool, AIFunctionName("KeptAsync")] public Task NamedAsync() => Task.CompletedTask;

    [Tool, Description("What it does: \"ä\\\n\tx\u2028\ud83d\ude00.")] public int Described() => 1;

    [Tool, Description("")] public int Undescribed() => 1;

    [Tool, Description("Returns.")]
    [return: Description("The result.")]
    public int DescribedResult() => 1;

    [Tool]
    [return: Description("The task's result.")]
    public Task<Order?> DescribedTask() => Task.FromResult<Order?>(null);

    [Tool]
    [return: Description("Nothing.")]
    public void DescribedNothing() { }

    [Tool]
    [return: Description("Any.")]
    public object? DescribedAny() => null;

    [KernelFunction] public int FromTheKernel() => 1;

    [KernelFunction, Description("Of the kernel.")] public Task<string> FromKernelAsync(string text) => Task.FromResult(text);
}
