using System.Text;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Websopy.SemanticKernel.KernelTests.Support;

/// <summary>
/// Uses a service as Semantic Kernel's <c>ChatCompletionAgent</c> does. It asks over a chat of its own, and keeps in its thread
/// what the service adds to that chat, and then the answer: not streamed, unless it holds a call or a result; streamed, all
/// texts in one message, unless the last update is a tool's.
/// </summary>
internal sealed class AgentDriver(Kernel kernel, PromptExecutionSettings settings)
{
    private const string Name = "Guide";

    /// <summary>What the agent remembers.</summary>
    public ChatHistory Thread { get; } = [];

    /// <summary>The role of each update, as the agent's caller gets it.</summary>
    public List<AuthorRole> Roles { get; } = [];

    public async Task AskAsync(string question, bool streaming, CancellationToken cancellationToken)
    {
        Thread.AddUserMessage(question);
        var chat = new ChatHistory();
        chat.Add(new ChatMessageContent(AuthorRole.System, "Be brief.") { AuthorName = Name });
        chat.AddRange(Thread);
        if (streaming) await StreamAsync(chat, cancellationToken);
        else await AnswerAsync(chat, cancellationToken);
    }

    private async Task AnswerAsync(ChatHistory chat, CancellationToken cancellationToken)
    {
        var known = chat.Count;
        var answers = await kernel.Chat().GetChatMessageContentsAsync(chat, settings, kernel, cancellationToken);
        for (; known < chat.Count; known++) Remember(chat[known]);
        foreach (var answer in answers.Where(answer => !answer.Items.Any(item => item is FunctionCallContent or FunctionResultContent))) Remember(answer);
    }

    private async Task StreamAsync(ChatHistory chat, CancellationToken cancellationToken)
    {
        var known = chat.Count;
        var text = new StringBuilder();
        AuthorRole? role = null;
        await foreach (var update in kernel.Chat().GetStreamingChatMessageContentsAsync(chat, settings, kernel, cancellationToken))
        {
            role = update.Role;
            Roles.Add(update.Role ??= AuthorRole.Assistant);
            update.AuthorName = Name;
            text.Append(update);
            for (; known < chat.Count; known++) Remember(chat[known]); // later versions; earlier ones do it at the end
        }

        Assert.Equal(known, chat.Count); // nothing is added behind the last update, where later versions would miss it
        if (role != AuthorRole.Tool) Remember(new ChatMessageContent(role ?? AuthorRole.Assistant, text.ToString()));
    }

    private void Remember(ChatMessageContent message)
    {
        message.AuthorName = Name;
        Thread.Add(message);
    }
}
