using System.Globalization;
using System.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Testing;

/// <summary>What came of running tests.</summary>
/// <param name="Results">Every test that was run.</param>
/// <param name="Notes">What kept a project's tests from being run to their end.</param>
internal sealed record TestRun(IReadOnlyList<TestResult> Results, IReadOnlyList<string> Notes)
{
    /// <summary>The run as a model reads it.</summary>
    public string ToText(TestOptions options)
    {
        StringBuilder text = new(TestReport.Describe(Results, options.ShownFailures));
        foreach (var note in Notes)
            text.Append('\n').Append(note).Append('\n');
        return text.ToString();
    }
}

/// <summary>Builds and runs tests. It executes the project's own code outside the sandbox, so whoever calls it must have asked.</summary>
internal sealed class TestRunner(TestOptions options, TimeProvider timeProvider)
{
    private const string ReportName = "report.trx";

    private readonly TestProjects _projects = new(options, timeProvider);

    /// <summary>Runs a selection, project by project.</summary>
    /// <param name="selection">What to run; its project files are absolute paths.</param>
    /// <param name="folder">The folder that paths in the results are relative to.</param>
    /// <param name="cancellationToken">Kills what runs, with all that it has started.</param>
    public async Task<TestRun> RunAsync(TestSelection selection, string folder, CancellationToken cancellationToken)
    {
        List<TestResult> results = [];
        List<string> notes = [];
        var named = selection.Tests.Where(test => !selection.WholeProjects.Contains(test.Project)).GroupBy(test => test.Project);
        foreach (var (project, tests) in selection.WholeProjects.Select(project => (project, tests: Array.Empty<TestMethod>())).Concat(named.Select(group => (group.Key, group.ToArray()))))
        {
            try
            {
                var program = await _projects.BuildAsync(project, folder, cancellationToken).ConfigureAwait(false);
                results.AddRange(await RunAsync(program, Path.GetFileNameWithoutExtension(project), tests.Length > options.NamedTests ? [] : tests, folder, notes, cancellationToken).ConfigureAwait(false));
            }
            catch (CodeException exception)
            {
                // The other projects are run all the same; the summary says what is missing.
                notes.Add(exception.Message);
            }
        }

        return new TestRun(results, notes);
    }

    private async Task<IReadOnlyList<TestResult>> RunAsync(TestProgram program, string name, TestMethod[] tests, string folder, List<string> notes, CancellationToken cancellationToken)
    {
        var reports = Directory.CreateTempSubdirectory("tests-");
        try
        {
            var outcome = await BoundedProcess.RunAsync(TestCommand.Create(program, tests, reports.FullName, ReportName), options.RunTime, options.OutputBytes, timeProvider, cancellationToken).ConfigureAwait(false);
            if (outcome.TimedOut)
                notes.Add(string.Create(CultureInfo.InvariantCulture, $"{name}: stopped after {options.RunTime.TotalSeconds:0} s; its results are missing."));
            var report = Path.Combine(reports.FullName, ReportName);
            if (File.Exists(report))
            {
                var file = File.OpenRead(report);
                await using (file.ConfigureAwait(false))
                    return TestReport.Read(file, folder, options.ReportChars);
            }

            if (!outcome.TimedOut)
                notes.Add(string.Create(CultureInfo.InvariantCulture, $"{name}: ended with exit code {outcome.ExitCode} and no report. The end of its output:\n{Tail(outcome.Output, folder)}"));
            return [];
        }
        finally
        {
            reports.Delete(recursive: true);
        }
    }

    private static string Tail(string output, string folder)
    {
        const int Chars = 2000;
        return (output.Length <= Chars ? output : output[^Chars..]).Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Trim();
    }
}
