using Microsoft.CodeAnalysis.Text;
using Websopy.SemanticKernel.CodeIntelligence;
using Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

namespace Websopy.SemanticKernel.Agent.Tests.Changes.Text;

/// <summary>Applies edits to one file in memory.</summary>
internal static class Edits
{
    public const string Path = "a.cs";

    public static string Apply(string file, params CodeEdit[] edits)
    {
        var planned = Assert.Single(EditPlanner.Apply(edits, _ => SourceText.From(file, SourceBytes.Default)));
        Assert.NotNull(planned.After);
        return planned.After.ToString();
    }

    public static CodeException Refused(string? file, params CodeEdit[] edits) =>
        Assert.Throws<CodeException>(() => EditPlanner.Apply(edits, _ => file is null ? null : SourceText.From(file, SourceBytes.Default)));
}
