#pragma warning disable CA2208 // The parameter is that of the method that these are thrown through.

namespace Websopy.SemanticKernel.Tools;

/// <summary>What a call with unfit arguments fails with. Values are the model's, and may be secret: no message shows one.</summary>
internal static class ArgumentFailure
{
    /// <summary>The parameter of <see cref="Microsoft.Extensions.AI.AIFunction.InvokeAsync"/> that all of them are about.</summary>
    private const string Arguments = "arguments";

    public static ArgumentException Missing(string argument) =>
        new($"The arguments dictionary is missing a value for the required parameter '{argument}'.", Arguments);

    public static ArgumentNullException NoServices(string parameter) =>
        new(Arguments + ".Services", $"Services are required for parameter '{parameter}'.");

    public static ArgumentException NotConvertible(string function, string argument, Type value, Type parameter, Exception cause) =>
        new($"The argument '{argument}' of '{function}' is a {value}, which cannot be converted to {parameter}.", Arguments, cause);
}
