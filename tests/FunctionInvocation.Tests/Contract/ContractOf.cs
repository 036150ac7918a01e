using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>The base of the contract's chapters: asks the subject under test and keeps what it needs at hand.</summary>
/// <typeparam name="TSubject">The client that the chapter is run over.</typeparam>
public abstract class ContractOf<TSubject>
    where TSubject : Subject, new()
{
    protected static Subject Subject { get; } = new TSubject();

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected static FunctionInvokingChatClient Client(IChatClient inner, ILoggerFactory? loggers = null, IServiceProvider? services = null) =>
        Subject.Create(inner, loggers, services);

    private protected static Task<Turn> AskAsync(FunctionInvokingChatClient client, ChatOptions? options = null) =>
        AskAsync(client, [new ChatMessage(ChatRole.User, "hello")], options);

    private protected static Task<Turn> AskAsync(
        FunctionInvokingChatClient client,
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken? cancellationToken = null) =>
        Subject.AskAsync(client, messages, options, cancellationToken ?? Token);

    protected static ChatOptions With(params AITool[] tools) => new() { Tools = [.. tools] };

    protected static AIFunction Returns(string name, string result) => AIFunctionFactory.Create(() => result, name);

    protected static AIFunction Throws(string name, Exception failure) =>
        AIFunctionFactory.Create(string () => throw failure, name);

    /// <summary>A function that repeats its argument, so that results tell their calls apart.</summary>
    protected static AIFunction Echo(string name = "Echo") => AIFunctionFactory.Create((string text) => $"echo {text}", name);
}
