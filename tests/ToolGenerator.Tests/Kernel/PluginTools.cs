using System.ComponentModel;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.Kernels;

#pragma warning disable WSK028, WSK029, SKEXP0001 // These have nothing to cancel.

internal enum Level
{
    Low,
    High,
}

internal sealed record Place(string City, int? Floor = null);

internal interface IGreeter
{
    string Greet();
}

internal sealed class Greeter(string greeting) : IGreeter
{
    public string Greet() => greeting;
}

/// <summary>A plugin as users of Semantic Kernel have it, with one attribute more.</summary>
[ToolSet, Description("What the plugin is for.")]
internal sealed class PluginTools
{
    [KernelFunction, Description("Joins.")]
    public string Join([Description("The text.")] string text, [Description("How often.")] int times = 2, bool loud = false) =>
        string.Concat(Enumerable.Repeat(loud ? text.ToUpperInvariant() : text, times));

    [KernelFunction("renamed"), Description("Asynchronous.")]
    public async Task<int> AddAsync([Description("The first.")] int a, [Description("The second.")] int b, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        return a + b;
    }

    [KernelFunction, Description("Values of all sorts.")]
    public string Values([Description("d")] DateTime date, [Description("l")] Level level, [Description("p")] Place place, [Description("n")] double number, [Description("g")] Guid? id = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd} {level} {place} {number} {id}");

    [KernelFunction, Description("Everything that is injected.")]
    public string Injected(
        Kernel kernel, KernelArguments arguments, KernelFunction function, ILoggerFactory loggers, ILogger logger, CultureInfo culture, IFormatProvider format, IAIServiceSelector selector, CancellationToken cancellationToken) =>
        $"{kernel.Data.Count} {arguments.Count} {function.Name} {loggers is not null} {logger is not null} {culture.Name} {ReferenceEquals(culture, format)} {selector is not null} {cancellationToken.CanBeCanceled}";

    [KernelFunction, Description("Services.")]
    public string Services([FromKernelServices] IGreeter greeter, [FromKernelServices("loud")] IGreeter loud, [FromKernelServices("missing")] IGreeter? missing = null) =>
        $"{greeter.Greet()} {loud.Greet()} {missing is null}";

    [KernelFunction, Description("A service that is not there.")]
    public string Unserved([FromKernelServices("missing")] IGreeter greeter) => greeter.Greet();

    [KernelFunction, Description("Services of the call.")]
    public string Provided(IServiceProvider services, [FromKeyedServices("loud")] IGreeter greeter) => $"{services.GetRequiredService<IGreeter>().Greet()} {greeter.Greet()}";

    [KernelFunction, Description("Streams.")]
    public async IAsyncEnumerable<string> Words([Description("The text.")] string text)
    {
        foreach (var word in text.Split(' '))
        {
            await Task.Yield();
            yield return word;
        }
    }

    [KernelFunction, Description("Gives an object.")]
    public Place Where([Description("The city.")] string city) => new(city, 3);

    [KernelFunction, Description("Gives a result of its own.")]
    public FunctionResult Own(KernelFunction function) => new(function, "own", CultureInfo.InvariantCulture, new Dictionary<string, object?> { ["by"] = "me" });

    [KernelFunction, Description("Gives a result of its own, later.")]
    public async Task<FunctionResult> LaterAsync(KernelFunction? function = null)
    {
        await Task.Yield();
        return new(function ?? KernelFunctionFactory.CreateFromMethod(() => 1), new Place("later"));
    }

    [KernelFunction, Description("Gives nothing.")]
    public Task NothingAsync() => Task.CompletedTask;

    [KernelFunction, Description("Fails.")]
    public string Fail() => throw new FormatException("no");

    [Tool("with-hyphen"), Description("A name that Semantic Kernel does not take.")]
    public int Hyphen() => 1;
}

/// <summary>Gives a kernel's result without a kernel.</summary>
[ToolSet]
internal sealed class Outside
{
    [Tool, Description("Gives a result.")]
    public ValueTask<FunctionResult> Result() => new(new FunctionResult(KernelFunctionFactory.CreateFromMethod(() => 1), new Place("Bern")));
}
