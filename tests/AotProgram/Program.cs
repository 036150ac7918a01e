using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using FunctionCallContent = Microsoft.Extensions.AI.FunctionCallContent;
using FunctionResultContent = Microsoft.Extensions.AI.FunctionResultContent;

// Streams a chat and calls a tool, from a program that was compiled ahead of time. Its one argument is the server's address.
var services = new ServiceCollection();
services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
    .AddInMemoryCollection([new("Websopy:Endpoint", args[0]), new("Websopy:IdleTimeout", "00:00:20")])
    .Build());
services.AddWebsopyChatClient(options => options.ApiKey = null).UseMidStreamFunctionInvocation();
services.AddWebsopyChatCompletion(options => options.ApiKey = null, "kernel");
await using var provider = services.BuildServiceProvider();

var client = provider.GetRequiredService<IChatClient>();
var options = new ChatOptions { Tools = [new Adder()] };
var updates = new List<ChatResponseUpdate>();
await foreach (var update in client.GetStreamingResponseAsync("add 19 and 23", options))
{
    updates.Add(update);
    foreach (var content in update.Contents)
    {
        if (content is FunctionCallContent call) Console.WriteLine($"call {call.Name}");
        if (content is FunctionResultContent result) Console.WriteLine($"result {result.Result}");
    }
}

var response = updates.ToChatResponse();
Console.WriteLine($"text {response.Text}");
Console.WriteLine($"tokens {response.Usage?.TotalTokenCount}");

// The same through Semantic Kernel, with settings as a prompt file has them.
var kernel = new Kernel(provider);
kernel.Plugins.AddFromFunctions("Math", [new Adder().AsKernelFunction()]);
var settings = new PromptExecutionSettings
{
    FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(),
    ExtensionData = new Dictionary<string, object> { ["temperature"] = "0.5", ["response_format"] = "text" },
};
var history = new ChatHistory("add 19 and 23", AuthorRole.User);
var answer = await kernel.GetRequiredService<IChatCompletionService>("kernel").GetChatMessageContentAsync(history, settings, kernel);
Console.WriteLine($"kernel {history[2].Content} {answer.Content}");

/// <summary>Adds two numbers, without reflection.</summary>
internal sealed class Adder : AIFunction
{
    public override string Name => "add";

    public override string Description => "Adds two numbers.";

    public override JsonElement JsonSchema { get; } = JsonDocument.Parse(
        """{"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"integer"}},"required":["a","b"]}""").RootElement;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        new(Number(arguments["a"]) + Number(arguments["b"]));

    /// <summary>Semantic Kernel gives arguments as text.</summary>
    private static int Number(object? value) => int.Parse(value!.ToString()!, CultureInfo.InvariantCulture);
}
