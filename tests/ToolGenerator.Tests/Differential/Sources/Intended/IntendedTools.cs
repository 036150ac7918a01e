// Where tool sets differ from AIFunctionFactory on purpose. Each method has its test in IntendedDifferenceTests.
using System;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Services;
using Websopy.SemanticKernel;

namespace Sample.Intended;

[ToolSet]
public class IntendedTools
{
    /// <summary>Looks up the   weather,
    /// see <see cref="IntendedTools"/>.</summary>
    /// <param name="city">The city's <c>name</c>.</param>
    /// <param name="day">Not shown.</param>
    [Tool] public string Documented(string city, [Description("Shown.")] string day) => city + day;

    [Tool("explicit-name"), DisplayName("other")] public int Named() => 1;

    [KernelFunction("kernel_name")] public int KernelNamed() => 1;

    [Tool] public string Kernel(Kernel kernel, string text) => kernel.Services.GetType().Name + text;

    [Tool] public string Injected(
        string text, KernelArguments arguments, ILogger logger, ILoggerFactory factory, CultureInfo culture, IFormatProvider provider, IAIServiceSelector selector, [FromKernelServices] IFormattable service, [FromKeyedServices("key")] string keyed) =>
        $"{text}, {arguments.Count}, {logger is not null}, {factory is not null}, {culture.Name}, {provider is not null}, {selector is not null}, {service}, {keyed}";

    [Tool] public string Function(KernelFunction function) => function.Name;

    [Tool] public string OptionalKeyed([FromKeyedServices("missing")] string? keyed = "none") => keyed ?? "null";

    [Tool] public string RequiredKeyed([FromKeyedServices("missing")] string keyed) => keyed;

    [Tool] public int Number(int value) => value;

    [Tool] public int Numbers(Sample.Point first, int second) => first.X + second;

    [Tool] public Point Object() => new(1, 2);

    [Tool] public Money StructDefault(Money value = default) => value with { Amount = value.Amount + 1 };

    [Tool] public int Derived([Positive] int value, [Unit("m")] int length) => value + length;
}

public sealed class PositiveAttribute() : RangeAttribute(1, int.MaxValue);

public sealed class UnitAttribute(string unit) : DescriptionAttribute("In " + unit);
