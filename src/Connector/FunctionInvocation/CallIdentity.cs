using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.FunctionInvocation;

/// <summary>Whether two calls are one call that was sent twice.</summary>
internal static class CallIdentity
{
    /// <summary>Whether name and arguments are the same. That the calls have one id is for the caller to know.</summary>
    public static bool SaysTheSame(FunctionCallContent call, FunctionCallContent other) =>
        call.Name == other.Name && SameArguments(call.Arguments, other.Arguments);

    private static bool SameArguments(IDictionary<string, object?>? left, IDictionary<string, object?>? right) =>
        (left?.Count ?? 0) == (right?.Count ?? 0)
        && (left is null || left.All(argument => right!.TryGetValue(argument.Key, out var value) && SameValue(argument.Value, value)));

    private static bool SameValue(object? left, object? right) =>
        left is JsonElement json && right is JsonElement other ? JsonElement.DeepEquals(json, other) : Equals(left, right);
}
