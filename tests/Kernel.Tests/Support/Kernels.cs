using System.ComponentModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Websopy.SemanticKernel.KernelTests.Support;

internal static class Kernels
{
    /// <summary>A kernel that asks this model, with the plugin <c>City</c>.</summary>
    public static Kernel Over(Model model, CityPlugin? plugin = null)
    {
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton<IChatCompletionService>(new WebsopyChatCompletionService(model));
        builder.Plugins.AddFromObject(plugin ?? new CityPlugin(), "City");
        return builder.Build();
    }

    public static PromptExecutionSettings Auto(FunctionChoiceBehaviorOptions? options = null) =>
        new() { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(options: options) };

    public static IChatCompletionService Chat(this Kernel kernel) => kernel.GetRequiredService<IChatCompletionService>();

    public static ChatHistory Ask(string question = "Hi") => new(question, AuthorRole.User);
}

/// <summary>Functions that tests watch and hold up.</summary>
internal sealed class CityPlugin
{
    public List<string> Invoked { get; } = [];

    public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Gate { get; init; } = Task.CompletedTask;

    public Func<string, object?>? Answer { get; init; }

    [KernelFunction, Description("Tells the weather in a city.")]
    public async Task<object?> Weather(string city, CancellationToken cancellationToken, int days = 1)
    {
        lock (Invoked) Invoked.Add($"{city} {days}");
        Started.TrySetResult();
        await Gate.WaitAsync(cancellationToken);
        return Answer is null ? $"{city}: sunny" : Answer(city);
    }

    [KernelFunction]
    public string Context(Kernel kernel, KernelArguments arguments, string city) =>
        $"{kernel.Data["user"]} asks with {string.Join(",", arguments.Names)} about {city}";
}
