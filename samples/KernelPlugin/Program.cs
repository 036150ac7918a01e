using System.ComponentModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Websopy.SemanticKernel;
using Websopy.SemanticKernel.DevServer;
var question = args is [var first, ..] ? first : "How large is the folder src, and what time is it in Tokyo?";
// Without a key a development server on this machine answers: the same protocol, another model behind it.
await using var server = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WEBSOPY_API_KEY")) ? await WebsopyDevServer.StartAsync() : null;
if (server is not null) Console.WriteLine($"[development server at {server.Endpoint}, offline model: set WEBSOPY_API_KEY for the real one]");
var builder = Kernel.CreateBuilder();
builder.AddWebsopyChatCompletion(options => options.Endpoint = server?.Endpoint ?? options.Endpoint);
builder.Plugins.Add(new MachinePlugin().AsKernelPlugin("Machine"));
builder.Services.AddSingleton<IAutoFunctionInvocationFilter, PrintingFilter>();
var kernel = builder.Build();

using var ctrlC = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) => { pressed.Cancel = true; ctrlC.Cancel(); };
var history = new ChatHistory(question, AuthorRole.User);
var settings = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(options: new() { AllowConcurrentInvocation = true }) };
try
{
    await foreach (var update in kernel.GetRequiredService<IChatCompletionService>().GetStreamingChatMessageContentsAsync(history, settings, kernel, ctrlC.Token))
    {
        Console.Write(update.Content);
        if (update.Metadata?["FinishReason"] is { } reason) Console.WriteLine($"\n  [stream ends: {reason}]");
    }
}
catch (Exception failure)
{
    Console.Error.WriteLine($"\n{failure.Message}");
    Environment.ExitCode = 1;
}

Console.WriteLine($"[the history has {string.Join(", ", history.Select(message => message.Role))}]");

internal sealed class PrintingFilter : IAutoFunctionInvocationFilter
{
    public async Task OnAutoFunctionInvocationAsync(AutoFunctionInvocationContext context, Func<AutoFunctionInvocationContext, Task> next)
    {
        Console.WriteLine($"\n  -> {context.Function.Name}({string.Join(", ", context.Arguments!.Select(argument => $"{argument.Key}: {argument.Value}"))})");
        await next(context);
        Console.WriteLine($"\n  <- {context.Function.Name}: {context.Result}");
    }
}

[ToolSet]
internal sealed class MachinePlugin
{
    [KernelFunction, Description("Tells how large a folder is: its files and their bytes.")]
    public static string FolderSize([Description("The folder's path")] string folder = ".")
    {
        var files = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Select(file => file.Length).ToList();
        return $"{files.Count} files, {files.Sum()} bytes";
    }

    [KernelFunction, Description("Tells the current date and time in a time zone.")]
    public static string TimeInZone([Description("The IANA time zone, such as Europe/Berlin")] string timeZone) =>
        $"{TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(timeZone)):yyyy-MM-dd HH:mm zzz}";
}
