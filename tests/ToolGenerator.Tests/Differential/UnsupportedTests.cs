using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.ToolGenerator.Parsing;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.Differential;

/// <summary>What the generator refuses is no tool, and the compiler says so: each method of Sources/Unsupported, with its diagnostic.</summary>
public sealed class UnsupportedTests
{
    private static readonly Lazy<(INamedTypeSymbol Type, Compilation Compilation)> Tools = new(Load);

    private static readonly Lazy<ToolSetParse> Parse = new(() => ToolSetParser.Parse(Tools.Value.Type, Tools.Value.Compilation, CancellationToken.None));

    public static TheoryData<string, string> Methods { get; } = Refused();

    [Theory]
    [MemberData(nameof(Methods))]
    public void Method_ThatCannotBeATool_IsRefused(string method, string diagnostic)
    {
        var place = Tools.Value.Type.GetMembers(method).Single().DeclaringSyntaxReferences.Single();
        var errors = Parse.Value.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error && place.Span.Contains(found.Location.SourceSpan) && found.Location.SourceTree == place.SyntaxTree);

        Assert.Equal([diagnostic], errors.Select(found => found.Id));
        Assert.DoesNotContain(Parse.Value.Model!.Tools, tool => tool.MethodName == method);
    }

    [Fact]
    public void EveryMethod_OfTheUnsupported_SaysWhy() =>
        Assert.Equal(Tools.Value.Type.GetMembers().OfType<IMethodSymbol>().Count(method => method.MethodKind == MethodKind.Ordinary), Methods.Count);

    private static (INamedTypeSymbol Type, Compilation Compilation) Load()
    {
        var compilation = ToolCompiler.Compile(Sources.Named("Types").Concat(Sources.Named("Unsupported")));
        return (compilation.GetTypeByMetadataName("Sample.Unsupported.UnsupportedTools")!, compilation);
    }

    private static TheoryData<string, string> Refused()
    {
        var data = new TheoryData<string, string>();
        foreach (var method in Tools.Value.Type.GetMembers().OfType<IMethodSymbol>())
        {
            var attribute = method.GetAttributes().FirstOrDefault(candidate => candidate.AttributeClass?.Name == "RefusedAttribute");
            if (attribute is not null) data.Add(method.Name, (string)attribute.ConstructorArguments[0].Value!);
        }

        return data;
    }
}
