using Microsoft.Extensions.AI;
using static Websopy.SemanticKernel.FunctionInvocation.Tests.Round;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>The parts of an answer that are neither text nor history: ids, usage, metadata.</summary>
public abstract class MetadataContract<TSubject> : ContractOf<TSubject>
    where TSubject : Subject, new()
{
    [Fact]
    public async Task Ask_UsageInEveryRound_AddsUp()
    {
        using var model = new ScriptedChatClient(
            new Round(Update(Call("c1", "Echo", ("text", "a"))), Usage(10, 1)),
            new Round(Usage(20, 2), Update(Call("c2", "Echo", ("text", "b")))),
            new Round(Text("world"), Usage(30, 3)));

        var turn = await AskAsync(Client(model), With(Echo()));

        var usage = turn.Succeeded().Response.Usage;
        Assert.Equal((60, 6, 66), (usage?.InputTokenCount, usage?.OutputTokenCount, usage?.TotalTokenCount));
    }

    [Fact]
    public async Task Ask_NoUsage_UsageIsNull()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))), Says("world"));

        Assert.Null((await AskAsync(Client(model), With(Echo()))).Succeeded().Response.Usage);
    }

    [Fact]
    public async Task Ask_Results_AreToolMessagesApartFromTheAssistants()
    {
        using var model = new ScriptedChatClient(
            Calls(Call("c1", "Echo", ("text", "a")), Call("c2", "Echo", ("text", "b"))),
            Calls(Call("c3", "Echo", ("text", "c"))),
            Says("world"));

        var turn = await AskAsync(Client(model), With(Echo()));

        var withResults = turn.Succeeded().Response.Messages.Where(message => message.Contents.Any(content => content is FunctionResultContent));
        Assert.Equal(["c1", "c2", "c3"], turn.Results.Select(result => result.CallId).Order(StringComparer.Ordinal));
        Assert.All(withResults, message => Assert.Equal(ChatRole.Tool, message.Role));
        Assert.All(withResults, message => Assert.All(message.Contents, content => Assert.IsType<FunctionResultContent>(content)));
    }

    [Fact]
    public async Task Ask_EveryCall_ComesBeforeItsResult()
    {
        using var model = new ScriptedChatClient(
            Calls(Call("c1", "Echo", ("text", "a")), Call("c2", "Echo", ("text", "b"))), Says("world"));

        var contents = (await AskAsync(Client(model), With(Echo()))).Succeeded().Contents.ToList();

        foreach (var id in (string[])["c1", "c2"])
        {
            var call = contents.FindIndex(content => content is FunctionCallContent call && call.CallId == id);
            var result = contents.FindIndex(content => content is FunctionResultContent result && result.CallId == id);
            Assert.InRange(call, 0, result - 1);
        }
    }

    [Fact]
    public async Task Ask_InvokedCalls_AreInformationalInTheEnd()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))), Says("world"));

        var turn = await AskAsync(Client(model), With(Echo()));

        Assert.True(Assert.Single(turn.Succeeded().Calls).InformationalOnly);
    }

    [Fact]
    public async Task Ask_FinishReasonAndModelOfTheLastRound_AreTheAnswers()
    {
        var last = Text("world");
        last.FinishReason = ChatFinishReason.Stop;
        last.ModelId = "model-1";
        last.AdditionalProperties = new() { ["key"] = "value" };
        var first = Update(Call("c1", "Echo", ("text", "a")));
        first.FinishReason = ChatFinishReason.ToolCalls;
        using var model = new ScriptedChatClient(new Round(first), new Round(last));

        var response = (await AskAsync(Client(model), With(Echo()))).Succeeded().Response;

        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal("model-1", response.ModelId);
        Assert.Equal("response-message-2", response.ResponseId);
    }

    [Fact]
    public void GetService_ItsTypes_FindTheClientAndWhatIsInside()
    {
        using var model = new ScriptedChatClient();
        var client = Client(model);

        Assert.Same(client, client.GetService<FunctionInvokingChatClient>());
        Assert.Same(client, client.GetService<IChatClient>());
        Assert.Same(model, client.GetService(typeof(ScriptedChatClient)));
    }

    [Fact]
    public void Client_Defaults_AreTheBases()
    {
        using var model = new ScriptedChatClient();
        var client = Client(model);

        Assert.Equal((40, 3), (client.MaximumIterationsPerRequest, client.MaximumConsecutiveErrorsPerRequest));
        Assert.False(client.AllowConcurrentInvocation || client.IncludeDetailedErrors || client.TerminateOnUnknownCalls);
        Assert.Null(client.AdditionalTools);
        Assert.Null(client.FunctionInvoker);
        Assert.Throws<ArgumentNullException>("innerClient", () => Client(null!));
    }

    [Fact]
    public void Dispose_Client_DisposesTheInnerClient()
    {
        var model = new ScriptedChatClient();

        Client(model).Dispose();

        Assert.True(model.IsDisposed);
    }
}
