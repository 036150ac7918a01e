using Microsoft.SemanticKernel;
using Websopy.SemanticKernel.Tools;

namespace Websopy.SemanticKernel.KernelConnector.Tools;

/// <summary>A kernel that calls a tool: it fails as Semantic Kernel's own functions do, and converts what prompts say in words.</summary>
internal sealed class KernelHost(Kernel kernel, KernelFunction function) : ToolHost
{
    public Kernel Kernel => kernel;

    public KernelFunction Function => function;

    public override bool KeepsResults => true;

    public override Exception Missing(string argument) =>
        new KernelException($"Missing argument for function parameter '{argument}'", ArgumentFailure.Missing(argument));

    public override IServiceProvider? Services(in ToolCall call) => kernel.Services;

    /// <summary>Arguments of a prompt are texts in the kernel's culture, and a text parameter takes any value.</summary>
    public override bool TryConvert<T>(object value, out T converted)
    {
        try
        {
            var type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
            if (value is IConvertible && (type == typeof(string) || (type.IsPrimitive && type != typeof(char)) || type == typeof(decimal)))
            {
                converted = (T)Convert.ChangeType(value, type, kernel.Culture);
                return true;
            }
        }
        catch (Exception failure) when (failure is FormatException or InvalidCastException or OverflowException)
        {
            // Not a conversion that this culture knows either: the reader says what did not fit.
        }

        converted = default!;
        return false;
    }
}
