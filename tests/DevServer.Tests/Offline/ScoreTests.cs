namespace Websopy.SemanticKernel.DevServer.Tests.Offline;

public class ScoreTests(ITestOutputHelper output)
{
    [Fact]
    public void Plan_HeldOutRequests_Score()
    {
        var cases = RequestCase.Read(HeldOutRequests.Lines).ToList();
        var failed = cases.Where(line => line.Actual() != line.Expected).ToList();
        foreach (var line in failed) output.WriteLine($"{line.Tools} | {line.Request}\n  expected {line.Expected}\n  actual   {line.Actual()}");
        Assert.True(failed.Count <= 0, $"{cases.Count - failed.Count} of {cases.Count}");
    }
}
