using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Websopy.SemanticKernel.AotProgram;
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

var calculator = new Calculator();
var client = provider.GetRequiredService<IChatClient>();
var options = new ChatOptions { Tools = [.. calculator.AsAIFunctions()] };
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
kernel.Plugins.Add(calculator.AsKernelPlugin("Math"));
var settings = new PromptExecutionSettings
{
    FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(),
    ExtensionData = new Dictionary<string, object> { ["temperature"] = "0.5", ["response_format"] = "text" },
};
var history = new ChatHistory("add 19 and 23", AuthorRole.User);
var answer = await kernel.GetRequiredService<IChatCompletionService>("kernel").GetChatMessageContentAsync(history, settings, kernel);
Console.WriteLine($"kernel {history[2].Content} {answer.Content}");


// Every kind of value, both ways: what goes in as JSON comes back as JSON.
var round = (AIFunction)options.Tools.Single(tool => tool.Name == "round_trip");
const string order = """{"number":"ö-7","kind":"Express","lines":[{"item":"a","count":2}],"tags":{"x":["y"]},"due":"2026-01-02T03:04:05Z","id":"00000000-0000-0000-0000-000000000001","parent":{"number":"p","kind":"Normal","lines":[],"extra":"kept"},"extra":"kept"}""";
var back = (JsonElement)(await round.InvokeAsync(new() { ["order"] = JsonDocument.Parse(order).RootElement, ["kind"] = "2" }))!;
Console.WriteLine($"round {back.GetRawText()}");
Console.WriteLine($"schema {round.JsonSchema.GetProperty("properties").GetProperty("order").GetProperty("properties").GetProperty("parent").GetRawText()}");
foreach (var function in kernel.Plugins["Math"])
{
    Console.WriteLine($"function {function.Name}({string.Join(", ", function.Metadata.Parameters.Select(parameter => $"{parameter.Name}{(parameter.IsRequired ? "" : "?")}"))})");
}

var parts = await kernel.InvokeAsync("Math", "describe", new() { ["value"] = "2.5" });
Console.WriteLine($"injected {parts.GetValue<string>()}");
var sequence = (JsonElement)(await ((AIFunction)options.Tools.Single(tool => tool.Name == "count")).InvokeAsync(new() { ["to"] = 3 }))!;
Console.WriteLine($"sequence {sequence.GetRawText()}");
