using System.Collections.Frozen;

namespace Websopy.SemanticKernel.CodeIntelligence.Checking;

/// <summary>Members that the language calls without their name: by foreach, await, using, patterns, queries, initializers, interpolation.</summary>
internal static class ImplicitNames
{
    private static readonly FrozenSet<string> Names = new[]
    {
        "GetEnumerator", "GetAsyncEnumerator", "Current", "MoveNext", "MoveNextAsync", "Dispose", "DisposeAsync",
        "GetAwaiter", "IsCompleted", "GetResult", "OnCompleted", "UnsafeOnCompleted",
        "Add", "Deconstruct", "Length", "Count", "Slice", "GetPinnableReference", "CopyTo",
        "Select", "SelectMany", "Where", "Join", "GroupJoin", "GroupBy", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Cast",
        "AppendLiteral", "AppendFormatted", "Invoke", "Equals", "GetHashCode", "ToString", "PrintMembers", "EqualityContract",
        "Create", "GetPinnable", "TryFormat", "EnterScope", "AsSpan", "ToArray",
        "Task", "SetResult", "SetException", "Start", "AwaitOnCompleted", "AwaitUnsafeOnCompleted", "SetStateMachine",
        "Finalize", "Clone",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string name) => Names.Contains(name);
}
