using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.CodeIntelligence.Answers;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries.Reading;

/// <summary>Writes what is known of a symbol without source: its declaration, its documentation and, of a type, its members.</summary>
internal static class MetadataText
{
    private static readonly SymbolDisplayFormat Declaration = SymbolDisplayFormat.CSharpErrorMessageFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeConstantValue)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis)
        .WithKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword)
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance);

    public static IEnumerable<string> Lines(ISymbol symbol, CancellationToken cancellationToken)
    {
        yield return AnswerText.Line(symbol.ToDisplayString(Declaration));
        foreach (var line in Documentation(symbol.GetDocumentationCommentXml(cancellationToken: cancellationToken)))
        {
            yield return line;
        }

        if (symbol is not INamedTypeSymbol type)
        {
            yield break;
        }

        foreach (var member in type.GetMembers().Where(member => !member.IsImplicitlyDeclared && member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
            && member is not IMethodSymbol { AssociatedSymbol: not null }))
        {
            yield return "- " + AnswerText.Line(member.ToDisplayString(Declaration));
        }
    }

    /// <summary>The text of a documentation comment: a line for each of its parts.</summary>
    public static IEnumerable<string> Documentation(string? xml)
    {
        if (string.IsNullOrWhiteSpace(xml))
        {
            return [];
        }

        XElement root;
        try
        {
            using var reader = XmlReader.Create(new StringReader($"<doc>{xml}</doc>"), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            root = XElement.Load(reader);
        }
        catch (XmlException)
        {
            return ["(Its documentation is not well-formed XML.)"];
        }

        return root.DescendantsAndSelf().Where(element => element.Parent is { Name.LocalName: "doc" or "member" } && element.Name.LocalName is not ("member" or "doc"))
            .Select(element => (Label: Label(element), Text: AnswerText.Collapse(Text(element), 2_000)))
            .Where(pair => pair.Text.Length > 0)
            .Select(pair => pair.Label + pair.Text);
    }

    private static string Label(XElement element) => element.Name.LocalName switch
    {
        "summary" => "",
        "param" or "typeparam" => $"{element.Attribute("name")?.Value}: ",
        "exception" => $"throws {Cref(element)}: ",
        var name => $"{name}: ",
    };

    private static string Text(XElement element)
    {
        var builder = new StringBuilder();
        foreach (var node in element.Nodes())
        {
            builder.Append(node switch
            {
                XText text => text.Value,
                XElement { Name.LocalName: "see" or "seealso" or "paramref" or "typeparamref", FirstNode: null } reference =>
                    Cref(reference) is { Length: > 0 } cref ? cref : reference.Attribute("langword")?.Value ?? reference.Attribute("name")?.Value ?? reference.Attribute("href")?.Value,
                XElement { Name.LocalName: "para" or "item" or "br" } block => " " + Text(block) + " ",
                XElement inner => Text(inner),
                _ => "",
            });
        }

        return builder.ToString();
    }

    private static string Cref(XElement element) => element.Attribute("cref")?.Value is { } cref ? cref.Length > 2 && cref[1] == ':' ? cref[2..] : cref : "";
}
