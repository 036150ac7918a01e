using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.ToolGenerator.Model;

namespace Websopy.SemanticKernel.ToolGenerator.Parsing;

/// <summary>Reads how a method gives its result.</summary>
internal static class ResultReader
{
    private const string Tasks = "System.Threading.Tasks.";
    /// <summary>A result as a kernel has it: what is in it may be anything.</summary>
    public const string KernelResult = "Microsoft.SemanticKernel.FunctionResult";

    private const string Sequence = "System.Collections.Generic.IAsyncEnumerable`1";

    public static bool IsAsynchronous(ITypeSymbol type) => type.MetadataName() is Tasks + "Task" or Tasks + "ValueTask" or Tasks + "Task`1" or Tasks + "ValueTask`1" or Sequence;

    /// <summary>The kind of result, and the type that its schema describes.</summary>
    public static (ResultKind Kind, ITypeSymbol? Type) Read(ITypeSymbol type) => type.MetadataName() switch
    {
        "void" or "System.Void" => (ResultKind.None, null),
        Tasks + "Task" or Tasks + "ValueTask" => (ResultKind.Task, null),
        Tasks + "Task`1" or Tasks + "ValueTask`1" => (ResultKind.TaskOfValue, ((INamedTypeSymbol)type).TypeArguments[0]),
        Sequence => (ResultKind.Sequence, ((INamedTypeSymbol)type).TypeArguments[0]),
        _ => (ResultKind.Value, type),
    };
}
