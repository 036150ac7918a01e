using System.ComponentModel;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Websopy.SemanticKernel;
using Websopy.SemanticKernel.DevServer;
// "question" [--endpoint URI] [--upstream URI --model NAME]
var question = args is [var first, ..] && !first.StartsWith('-') ? first : "What time is it in Tokyo, and which are the three largest C# files here?";
var switches = new ConfigurationBuilder().AddCommandLine(args).Build();
var (endpoint, upstream, model) = (switches["endpoint"], switches["upstream"], switches["model"]);
// Without a key a development server on this machine answers: the same protocol, another model behind it.
await using var server = endpoint is not null || (upstream is null && !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WEBSOPY_API_KEY"))) ? null
    : await WebsopyDevServer.StartAsync(new() { Model = upstream is null ? null : UpstreamModel.Create(new(upstream), model ?? "default") });
if (server is not null) Console.WriteLine($"[development server at {server.Endpoint}, {upstream ?? "offline model: set WEBSOPY_API_KEY for the real one"}]");
var builder = Host.CreateApplicationBuilder();
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddWebsopyChatClient(options => options.Endpoint = server?.Endpoint ?? (endpoint is null ? options.Endpoint : new(endpoint))).UseMidStreamFunctionInvocation();
using var host = builder.Build();
var (options, updates) = (new ChatOptions { Tools = [.. LocalTools.AsAIFunctions()] }, new List<ChatResponseUpdate>());
try
{
    await host.StartAsync();
    var (client, ctrlC) = (host.Services.GetRequiredService<IChatClient>(), host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
    await foreach (var update in client.GetStreamingResponseAsync(question, options, ctrlC))
    {
        if (updates.FindLast(earlier => earlier.Role == ChatRole.Assistant) is { } last && update.Role == last.Role && update.MessageId != last.MessageId) Console.WriteLine("\n");
        updates.Add(update);
        foreach (var content in update.Contents)
            Console.Write(content switch
            {
                FunctionCallContent call => $"\n  -> {call.Name}({string.Join(", ", call.Arguments?.Select(argument => $"{argument.Key}: {argument.Value}") ?? [])})\n",
                FunctionResultContent result => $"\n  <- {result.Result}\n",
                _ => (content as TextContent)?.Text,
            });
    }
}
catch (Exception failure)
{
    Console.Error.WriteLine($"\n{failure.Message}");
    Environment.ExitCode = 1;
}
var usage = updates.ToChatResponse().Usage;
Console.WriteLine($"\n\n[{usage?.InputTokenCount ?? 0} tokens in, {usage?.OutputTokenCount ?? 0} tokens out]");

internal sealed record FileSize(string File, long Bytes);

[ToolSet]
internal static partial class LocalTools
{
    [Tool, Description("Finds the largest files in a folder and its subfolders, with their sizes.")]
    public static IEnumerable<FileSize> LargestFiles(string folder = ".", [Description("A file name pattern such as *.cs")] string pattern = "*", int count = 5) =>
        new DirectoryInfo(folder).EnumerateFiles(pattern, new EnumerationOptions { RecurseSubdirectories = true })
            .OrderByDescending(file => file.Length).Take(Math.Clamp(count, 1, 100)).Select(file => new FileSize(Path.GetRelativePath(folder, file.FullName), file.Length));

    [Tool, Description("Tells the current date and time in a time zone.")]
    public static string TimeInZone([Description("The IANA time zone, such as Europe/Berlin")] string timeZone) =>
        $"{TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(timeZone)):yyyy-MM-dd HH:mm zzz}";
}
