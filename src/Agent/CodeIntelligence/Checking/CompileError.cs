using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.CodeIntelligence.Checking;

/// <summary>A diagnostic that fails a build, as a value: equal in two compilations if it says the same of the same place.</summary>
internal sealed record CompileError(ProjectId Project, string Id, string Path, int Start, int Length, int Line, int Column, string Message)
{
    public static CompileError Of(ProjectId project, Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetLineSpan();
        var text = diagnostic.Location.SourceSpan;
        return new(project, diagnostic.Id, diagnostic.Location.SourceTree?.FilePath ?? "", text.Start, text.Length,
            span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
