namespace Websopy.SemanticKernel.DevServer.Tests.Offline;

public class RequestTests
{
    public static TheoryData<string, string, string> Development => Rows(DevelopmentRequests.Lines);

    [Theory]
    [MemberData(nameof(Development))]
    public void Plan_RequestOfAUser_CallsWhatIsMeant(string tools, string request, string expected) =>
        Assert.Equal(expected, new RequestCase(tools, request, expected).Actual());

    private static TheoryData<string, string, string> Rows(string lines)
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var line in RequestCase.Read(lines)) rows.Add(line.Tools, line.Request, line.Expected);
        return rows;
    }
}
