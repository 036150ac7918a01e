using Websopy.SemanticKernel.ToolGenerator.Tests.Support;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.Diagnostics;

/// <summary>The page of a diagnostic in docs/diagnostics.</summary>
internal sealed class DiagnosticPage(string id)
{
    private readonly string _text = RepositoryFiles.Read("docs", "diagnostics", id + ".md");

    public string Title => _text.Split('\n')[0];

    public string Severity => _text.Split('\n')[2].Split('.')[0];

    public IEnumerable<string> Headings => _text.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal));

    /// <summary>The message that the page quotes.</summary>
    public string Message => _text.Split('\n').Single(line => line.StartsWith("> ", StringComparison.Ordinal))[2..];

    /// <summary>The text below a heading.</summary>
    public string Section(string heading) => _text.Split($"\n## {heading}\n")[1].Split("\n## ")[0].Trim();

    /// <summary>The examples below a heading. One that is marked <c>cs</c> leaves something out, and is not compiled.</summary>
    public IReadOnlyList<string> Examples(string heading) =>
        [.. Section(heading).Split("```csharp\n").Skip(1).Select(part => part.Split("\n```")[0])];
}
