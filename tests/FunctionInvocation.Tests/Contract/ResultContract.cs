using Microsoft.Extensions.AI;
using static Websopy.SemanticKernel.FunctionInvocation.Tests.Round;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>What a function may return, and what the model is given of it.</summary>
public abstract class ResultContract<TSubject> : ContractOf<TSubject>
    where TSubject : Subject, new()
{
    [Fact]
    public async Task Ask_FunctionReturnsNull_ModelIsToldItCompleted()
    {
        var function = AIFunctionFactory.Create(
            string? () => null,
            new AIFunctionFactoryOptions { Name = "F", MarshalResult = (result, _, _) => new(result) });

        Assert.Equal("Success: Function completed.", Plain((await InvokeAsync(function)).Result));
    }

    [Fact]
    public async Task Ask_FunctionReturnsNothing_ModelIsToldItCompleted() =>
        Assert.Equal("Success: Function completed.", Plain((await InvokeAsync(AIFunctionFactory.Create(() => { }, "F"))).Result));

    [Fact]
    public async Task Ask_FunctionReturnsContent_ContentItselfIsTheResult()
    {
        var content = new DataContent(new byte[] { 1, 2 }, "image/png");

        var result = await InvokeAsync(AIFunctionFactory.Create(AIContent () => content, "F"));

        Assert.Same(content, result.Result);
        Assert.Equal("c1", result.CallId);
    }

    [Fact]
    public async Task Ask_FunctionReturnsSeveralContents_ListIsTheResult()
    {
        AIContent[] contents = [new TextContent("a"), new DataContent(new byte[] { 1 }, "image/png")];

        var result = await InvokeAsync(AIFunctionFactory.Create(IEnumerable<AIContent> () => contents, "F"));

        Assert.Equal(contents, Assert.IsAssignableFrom<IEnumerable<AIContent>>(result.Result));
    }

    [Fact]
    public async Task Ask_FunctionReturnsTheResultOfItsCall_IsTakenAsItIs()
    {
        var own = new FunctionResultContent("c1", "own") { AdditionalProperties = new() { ["key"] = "value" } };

        Assert.Same(own, await InvokeAsync(AIFunctionFactory.Create(FunctionResultContent () => own, "F")));
    }

    [Fact]
    public async Task Ask_FunctionReturnsTheResultOfAnotherCall_IsWrapped()
    {
        var foreign = new FunctionResultContent("c9", "foreign");

        var result = await InvokeAsync(AIFunctionFactory.Create(FunctionResultContent () => foreign, "F"));

        Assert.Equal("c1", result.CallId);
        Assert.Same(foreign, result.Result);
    }

    [Fact]
    public async Task Ask_InvokerReturnsAnyObject_ItIsTheResult()
    {
        var any = new object();
        using var model = new ScriptedChatClient(Calls(Call("c1", "F")), Says("world"));
        var client = Client(model);
        client.FunctionInvoker = (_, _) => new(any);

        Assert.Same(any, (await AskAsync(client, With(Returns("F", "")))).Succeeded().Result("c1").Result);
    }

    [Fact]
    public async Task Ask_FunctionReturnsEmptyText_ResultIsEmpty() =>
        Assert.Equal("", Plain((await InvokeAsync(Returns("F", ""))).Result));

    private static async Task<FunctionResultContent> InvokeAsync(AIFunction function)
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "F")), Says("world"));

        var turn = await AskAsync(Client(model), With(function));

        Assert.Equal(2, model.Requests.Count);
        return Assert.Single(turn.Succeeded().Results);
    }
}
