using System.Runtime.InteropServices;
using Websopy.SemanticKernel.DevServer;
using Websopy.SemanticKernel.Package.Tests.Repository;

namespace Websopy.SemanticKernel.Package.Tests;

[Collection(Repo.BuildsInPlace)]
public sealed class AotTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Program_CompiledAheadOfTime_StreamsAChatAndCallsATool()
    {
        if (OperatingSystem.IsLinux() && !File.Exists("/usr/bin/gcc"))
        {
            Assert.False(Repo.IsContinuousIntegration, "gcc is missing");
            Assert.Skip("gcc is missing: a program that is compiled ahead of time is linked with it");
        }

        var output = Directory.CreateTempSubdirectory("websopy-aot-");
        try
        {
            string[] publish = ["publish", "tests/AotProgram", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", output.FullName];
            var (published, log) = await Repo.RunAsync("dotnet", publish, Cancel);
            Assert.True(published == 0, log);
            Assert.DoesNotContain("warning IL", log, StringComparison.Ordinal);

            await using var server = await WebsopyDevServer.StartAsync(cancellationToken: Cancel);
            var program = Path.Combine(output.FullName, "Websopy.SemanticKernel.AotProgram" + (OperatingSystem.IsWindows() ? ".exe" : ""));
            var (exitCode, said) = await Repo.RunAsync(program, [server.Endpoint.ToString()], Cancel);
            Assert.True(exitCode == 0, said);
            Assert.Contains("call add", said, StringComparison.Ordinal);
            Assert.Contains("result 42", said, StringComparison.Ordinal);
            Assert.Matches("text .*42", said.ReplaceLineEndings(" "));
            Assert.Matches("tokens [1-9]", said);
            Assert.Matches("kernel 42 .*42", said.ReplaceLineEndings(" "));

            // The tools' own types: no context, no reflection.
            Assert.Contains("""round {"number":"ö-7","kind":"Express","lines":[{"item":"a","count":2}],"parent":{"number":"p","kind":"Normal","lines":[],""", said, StringComparison.Ordinal);
            Assert.Contains("\"tags\":{\"x\":[\"y\"]}", said, StringComparison.Ordinal);
            Assert.Contains("\"extra\":\"kept\"", said, StringComparison.Ordinal);
            Assert.Contains("\"$ref\":\"#/properties/order/properties/parent\"", said, StringComparison.Ordinal);
            Assert.Contains("function add(a, b)", said, StringComparison.Ordinal);
            Assert.Contains("function round_trip(order, kind?)", said, StringComparison.Ordinal);
            Assert.Contains("injected 2.5 describe 1 1 False", said, StringComparison.Ordinal);
            Assert.Contains("sequence [1,2,3]", said, StringComparison.Ordinal);
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }
}
