using System.Diagnostics;
using System.Runtime.InteropServices;
using Websopy.SemanticKernel.Benchmarks.Harness;

namespace Websopy.SemanticKernel.Benchmarks.ToolSets;

/// <summary>The same in a program that is compiled ahead of time, which a machine without gcc cannot link.</summary>
internal static class AheadOfTimePart
{
    private const string Project = "Websopy.SemanticKernel.ToolsProgram";

    public static async Task RunAsync(bool quick)
    {
        if (quick || (OperatingSystem.IsLinux() && !File.Exists("/usr/bin/gcc")))
        {
            Console.WriteLine($"## tools: compiled ahead of time: left out, {(quick ? "as compiling takes a minute" : "as gcc is missing")}\n");
            return;
        }

        var output = Directory.CreateTempSubdirectory("websopy-tools-");
        try
        {
            await PublishAsync(output.FullName);
            var program = Path.Combine(output.FullName, Project + (OperatingSystem.IsWindows() ? ".exe" : ""));
            const int runs = 51;
            var table = await ColdTable.MeasureAsync(
                [ShopContenders.HandWritten, ShopContenders.Functions, ShopContenders.Plugin], runs, contender => RunAsync(program, contender));
            Console.WriteLine($"## tools: the same, compiled ahead of time, {runs} processes each\n");
            table.Print();
            Bar.Print(table.Called(ShopContenders.Functions, 2));
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }

    private static async Task PublishAsync(string output) => await RunAsync(
        "dotnet", "publish", Path.Combine(Repository(), "tests", "ToolsProgram"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", output);

    private static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (folder.EnumerateFiles("*.sln").Any()) return folder.FullName;
        }

        throw new InvalidOperationException("The benchmarks are not in their repository.");
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"'{program}' ended with {process.ExitCode}:\n{output}");
    }
}
