using System.Text.RegularExpressions;
using Websopy.SemanticKernel.Package.Tests.Repository;

namespace Websopy.SemanticKernel.Package.Tests;

/// <summary>Who may know whom. Each rule is a folder and what must not be named in it.</summary>
public sealed class ArchitectureTests
{
    public static TheoryData<string, string> Rules => new()
    {
        { "src/Connector/Mapping", @"System\.Net\b|HttpClient|HttpRequestMessage|HttpResponseMessage|System\.IO|SseParser|Task<|await " },
        { "src/Connector/Transport", @"ChatMessage|ChatOptions|ChatResponse|Microsoft\.Extensions\.AI|Websopy\.SemanticKernel\.Mapping" },
        { "src/Connector/Resilience", @"System\.Text\.Json|JsonElement|Utf8Json|Microsoft\.Extensions\.AI|HttpClient|Websopy\.SemanticKernel\.(Mapping|Protocol|Transport)" },
        { "src/Connector/Protocol", @"Microsoft\.Extensions\.AI|Websopy\.SemanticKernel\.(Mapping|Transport|Resilience|Streaming)" },
        { "src/Connector/FunctionInvocation", @"Websopy\.SemanticKernel\.(Mapping|Transport|Protocol|Resilience|Streaming)|WebsopyChatClient|WebsopyException" },
        { "src/Connector", @"Microsoft\.AspNetCore|Microsoft\.CodeAnalysis|Websopy\.SemanticKernel\.DevServer" },
        { "src/Connector/SemanticKernel", @"Websopy\.SemanticKernel\.(Protocol|Transport|Resilience|Streaming)\b|HttpClient\b" },
        { "src/Connector/Tools", @"Websopy\.SemanticKernel\.(Mapping|Transport|Protocol|Resilience|Streaming|FunctionInvocation)\b|WebsopyChatClient|System\.Reflection" },
        { "src/ToolGenerator", @"using (?!System|Microsoft\.CodeAnalysis|Websopy\.SemanticKernel\.ToolGenerator)|System\.Net|System\.IO\.File" },
        { "src/ToolGenerator/Model", @"Microsoft\.CodeAnalysis" },
        { "src/ToolGenerator/Schema", @"Microsoft\.CodeAnalysis" },
        { "src/ToolGenerator/Emission", @"ISymbol|SyntaxNode|Compilation\b" },
        { "src/DevServer", @"Websopy\.SemanticKernel\.(Mapping|Transport|Resilience|Streaming|Registration)\b|Microsoft\.CodeAnalysis" },
        { "src/Agent/CodeIntelligence/Files", @"Microsoft\.CodeAnalysis" },
        { "src/Agent/CodeIntelligence/Answers", @"Microsoft\.CodeAnalysis" },
        { "src/Agent/CodeIntelligence/Checking", @"CodeIntelligence\.(Files|Workspace|Queries|Answers|Changes|Tools|Scripts|Testing)\b" },
        { "src/Agent/CodeIntelligence/Changes/Text", @"CodeIntelligence\.(Workspace|Queries|Answers|Tools|Scripts|Testing)\b" },
        { "src/Agent/CodeIntelligence/Scripts", @"CodeIntelligence\.(Workspace|Queries|Answers|Tools|Changes|Files)\b" },
        { "src/Agent", @"Websopy\.SemanticKernel\.(DevServer|Mapping|Transport|Protocol|Resilience|Streaming|FunctionInvocation)\b|using Microsoft\.AspNetCore" },
        { "src", @"\bDateTime(Offset)?\.(Utc)?Now|Thread\.Sleep|Random\.Shared" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Folder_NamesNothingItMustNotKnow(string folder, string forbidden)
    {
        var files = Repo.SourceFiles(folder).ToList();
        Assert.NotEmpty(files);
        var breaches = files.SelectMany(file => File.ReadLines(Path.Combine(Repo.Root, file))
            .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Regex.IsMatch(line, forbidden))
            .Select(line => $"{file}: {line.Trim()}"));
        Assert.Empty(breaches);
    }

    [Fact]
    public void SemanticKernel_IsKnownWhereItIsConnectedAlone()
    {
        // The root namespace holds the same word, so the vendor's is looked for with its first part. The generator knows names alone.
        var breaches = Repo.SourceFiles("src")
            .Where(file => !file.StartsWith("src/Connector/SemanticKernel/", StringComparison.Ordinal) && !file.StartsWith("src/ToolGenerator/", StringComparison.Ordinal) && !file.StartsWith("src/Connector/Registration/", StringComparison.Ordinal) && !file.StartsWith("src/Agent/CodeIntelligence/CSharpCode", StringComparison.Ordinal))
            .Where(file => Regex.IsMatch(Repo.Read(file), @"Microsoft\.SemanticKernel\b|Websopy\.SemanticKernel\.KernelConnector\b"));
        Assert.Empty(breaches);
    }

    [Fact]
    public void SourceFiles_AreSmall()
    {
        // A table of data may be longer than code should be.
        var tooLong = Repo.SourceFiles("src").Concat(Repo.SourceFiles("samples"))
            .Select(file => (File: file, Lines: File.ReadLines(Path.Combine(Repo.Root, file)).Count()))
            .Where(file => file.Lines > (file.File.EndsWith("Table.cs", StringComparison.Ordinal) ? 350 : 250));
        Assert.Empty(tooLong);
    }

    [Fact]
    public void WireNames_StandOnce()
    {
        // A field of the protocol that is spelled anywhere else is a second place to mend.
        var spelled = Repo.SourceFiles("src").Where(file => !file.EndsWith("/WireNames.cs", StringComparison.Ordinal))
            .Where(file => Regex.IsMatch(Repo.Read(file), "\"(toolCalls|toolCallId|promptTokens|completionTokens|finishReason|toolChoice|responseFormat)\""));
        Assert.Empty(spelled);
    }
}
