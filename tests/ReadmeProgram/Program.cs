using System.ComponentModel;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel;
using Websopy.SemanticKernel.DevServer;

// No key yet? This speaks the same protocol on your machine. With one, leave both lines out.
await using var server = await WebsopyDevServer.StartAsync();
var options = new WebsopyClientOptions { Endpoint = server.Endpoint };

using IChatClient client = new WebsopyChatClient(options).AsBuilder().UseMidStreamFunctionInvocation().Build();
var tools = new ChatOptions { Tools = [.. new Weather().AsAIFunctions()] };

await foreach (var update in client.GetStreamingResponseAsync("What is the weather in Lisbon?", tools))
{
    foreach (var content in update.Contents)
    {
        if (content is FunctionCallContent call) Console.WriteLine($"\n-> {call.Name}");
        if (content is FunctionResultContent result) Console.WriteLine($"<- {result.Result}");
        if (content is UsageContent usage) Console.WriteLine($"\n[{usage.Details.TotalTokenCount} tokens]");
    }

    Console.Write(update.Text);
}

[ToolSet]
internal sealed class Weather
{
    [Tool("get_weather"), Description("Tells the weather in a city.")]
    public string GetWeather([Description("The city.")] string city) => $"{city}: 21 °C, sunny";
}
