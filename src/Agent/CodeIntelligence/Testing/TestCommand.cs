using System.Diagnostics;

namespace Websopy.SemanticKernel.CodeIntelligence.Testing;

/// <summary>Who runs a project's tests.</summary>
internal enum TestPlatform
{
    /// <summary>xunit v3, whose test projects are programs with options of their own.</summary>
    XunitV3,

    /// <summary>Another program on Microsoft.Testing.Platform (MSTest, NUnit).</summary>
    TestingPlatform,

    /// <summary>A library that the classic test host loads.</summary>
    VSTest,
}

/// <summary>A test project that has been built.</summary>
/// <param name="Platform">Who runs it.</param>
/// <param name="Assembly">The path of its assembly.</param>
/// <param name="Program">The path of its own executable, if it has one.</param>
internal sealed record TestProgram(TestPlatform Platform, string Assembly, string? Program);

/// <summary>The command lines that run tests and write a TRX report. Pure.</summary>
internal static class TestCommand
{
    public static ProcessStartInfo Create(TestProgram program, IReadOnlyCollection<TestMethod> tests, string reportFolder, string reportName)
    {
        ProcessStartInfo start = new(program.Platform != TestPlatform.VSTest && program.Program is not null ? program.Program : "dotnet") { WorkingDirectory = Path.GetDirectoryName(program.Assembly) };
        if (program.Platform == TestPlatform.VSTest)
            start.ArgumentList.Add("vstest");
        else if (program.Program is null)
            start.ArgumentList.Add("exec");
        if (program.Platform == TestPlatform.VSTest || program.Program is null)
            start.ArgumentList.Add(program.Assembly);
        foreach (var argument in Arguments(program.Platform, tests, reportFolder, reportName))
            start.ArgumentList.Add(argument);
        return start;
    }

    private static IEnumerable<string> Arguments(TestPlatform platform, IReadOnlyCollection<TestMethod> tests, string reportFolder, string reportName) => platform switch
    {
        TestPlatform.XunitV3 => [.. tests.SelectMany(test => new[] { "-method", test.FullName }), "-noColor", "-noAutoReporters", "-trx", Path.Combine(reportFolder, reportName)],
        TestPlatform.TestingPlatform =>
            [.. Filter("--filter", tests), "--report-trx", "--report-trx-filename", reportName, "--results-directory", reportFolder, "--no-progress", "--no-ansi"],
        TestPlatform.VSTest => [.. Filter("--TestCaseFilter", tests), $"--logger:trx;LogFileName={reportName}", $"--ResultsDirectory:{reportFolder}"],
        _ => throw new ArgumentOutOfRangeException(nameof(platform)),
    };

    // "Contains", since the names of tests with arguments go on after the method's; a class of which that is a part is run as well.
    private static string[] Filter(string option, IReadOnlyCollection<TestMethod> tests)
    {
        if (tests.Count == 0)
            return [];
        var filter = string.Join('|', tests.Select(test => $"FullyQualifiedName~{test.FullName}"));
        return option.StartsWith("--Test", StringComparison.Ordinal) ? [$"{option}:{filter}"] : [option, filter];
    }
}
