using System.Diagnostics;
using Websopy.SemanticKernel.Agent.Tests.Scale;
using Websopy.SemanticKernel.CodeIntelligence;

namespace Websopy.SemanticKernel.Agent.Tests.Tools;

public sealed class MemoryTests
{
    private const int Edits = 100;
    private const int QueriesPerEdit = 10;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tools_AfterAHundredEditsAndAThousandQueries_HoldLessThanAFifthMore()
    {
        var folder = Directory.CreateTempSubdirectory("websopy-memory-").FullName;
        try
        {
            await new GeneratedSolution(projects: 6, files: 120).WriteAsync(folder, Cancel);
            using (var restore = Process.Start(new ProcessStartInfo("dotnet", ["restore", GeneratedSolution.SolutionFile(folder), "-v", "q"]))!)
            {
                await restore.WaitForExitAsync(Cancel);
                Assert.Equal(0, restore.ExitCode);
            }

            await using var code = await CSharpCode.OpenAsync(folder, new() { Approval = CodeApprovalPolicy.AllowAll, StateFolder = folder + "-state" }, Cancel);
            await code.WhenLoadedAsync(Cancel);
            var files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
                .Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();

            // What is compiled and cached once is not growth.
            await WorkAsync(code, files, from: 0, Edits / 4);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            await WorkAsync(code, files, from: Edits / 4, Edits);
            var after = GC.GetTotalMemory(forceFullCollection: true);

            TestContext.Current.TestOutputHelper!.WriteLine($"{before / 1e6:0.0} MB before, {after / 1e6:0.0} MB after");
            Assert.InRange(after, 1, before * 6 / 5);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            if (Directory.Exists(folder + "-state"))
                Directory.Delete(folder + "-state", recursive: true);
        }
    }

    private static async Task WorkAsync(CSharpCode code, string[] files, int from, int edits)
    {
        for (var i = from; i < from + edits; i++)
        {
            var file = files[i % files.Length];
            var answer = await code.CallAsync("edit", $$"""
                { "title": "Edit {{i}}", "edits": [ { "kind": "NewFile", "path": "{{Path.GetDirectoryName(file)!.Replace('\\', '/')}}/Added{{i}}.cs", "newText": "namespace Added;\n\ninternal static class Added{{i}}\n{\n    public static int Value => {{i}};\n}\n" } ] }
                """);
            Assert.StartsWith("Done", answer, StringComparison.Ordinal);
            Assert.StartsWith("Taken back", await code.CallAsync("undo"), StringComparison.Ordinal);
            for (var query = 0; query < QueriesPerEdit; query++)
            {
                var asked = files[(i * QueriesPerEdit + query) % files.Length];
                Assert.NotEmpty(await code.CallAsync((query % 3) switch { 0 => "outline", 1 => "read", _ => "diagnostics" }, $$"""{ "target": "{{asked}}", "maxTokens": 500 }"""));
            }
        }
    }
}
