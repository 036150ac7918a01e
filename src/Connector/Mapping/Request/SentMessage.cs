using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Mapping;

/// <summary>What a message was when it was sent. Its contents stand in a list that all the messages share.</summary>
/// <param name="Message">The message itself.</param>
/// <param name="Role">Its role's value, compared by reference: the same letters in another string are as good as a change.</param>
/// <param name="AuthorName">Its name.</param>
/// <param name="ContentsEnd">Where its contents end among those of all messages.</param>
/// <param name="BytesEnd">Where its bytes end among those of all messages.</param>
internal readonly record struct SentMessage(ChatMessage Message, string Role, string? AuthorName, int ContentsEnd, int BytesEnd)
{
    /// <summary>Whether it is the message and says the same; what it contains is not looked at.</summary>
    public bool IsStill(ChatMessage? message) =>
        ReferenceEquals(message, Message)
        && ReferenceEquals(message.Role.Value, Role)
        && ReferenceEquals(message.AuthorName, AuthorName);
}
