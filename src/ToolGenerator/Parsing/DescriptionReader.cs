using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.ToolGenerator.Parsing;

/// <summary>Reads what a method, parameter or class says of itself: <c>[Description]</c>, or else its XML documentation.</summary>
internal static class DescriptionReader
{
    public static string? Read(ISymbol symbol) => symbol.InheritedAttribute(AttributeNames.Description).Argument<string>() ?? symbol switch
    {
        IParameterSymbol parameter => FromDocumentation(parameter.ContainingSymbol, parameter.Name, documentation => documentation.Elements("param").FirstOrDefault(element => (string?)element.Attribute("name") == parameter.Name)),
        _ => FromDocumentation(symbol, "summary", documentation => documentation.Element("summary")),
    };

    /// <param name="symbol">Whose documentation it is.</param>
    /// <param name="word">A word that stands in the documentation, if what is searched is there: parsing it is slow.</param>
    /// <param name="find">Finds the element.</param>
    private static string? FromDocumentation(ISymbol symbol, string word, Func<XElement, XElement?> find)
    {
        for (var current = symbol; current is not null; current = Inherited(current))
        {
            if (Documentation(current, word) is { } documentation && find(documentation) is { } element && Text(element) is { Length: > 0 } text) return text;
        }

        return null;
    }

    private static ISymbol? Inherited(ISymbol symbol) => symbol is ITypeSymbol ? null : symbol.Overridden() ?? Implemented(symbol);

    private static ISymbol? Implemented(ISymbol symbol) => symbol.ContainingType?.AllInterfaces
        .SelectMany(implemented => implemented.GetMembers(symbol.Name))
        .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol));

    /// <summary>
    /// The documentation as it stands before the declaration. The compiler parses it only where it writes an XML file, so
    /// for source it is read from the comment itself.
    /// </summary>
    private static XElement? Documentation(ISymbol symbol, string word)
    {
        var xml = symbol.DeclaringSyntaxReferences.Length == 0
            ? symbol.GetDocumentationCommentXml()
            : string.Join("\n", symbol.DeclaringSyntaxReferences.Select(reference => Comment(reference.GetSyntax())));
        if (xml is null || xml.IndexOf(word, StringComparison.Ordinal) < 0) return null;
        try
        {
            var root = XElement.Parse($"<doc>{xml}</doc>", LoadOptions.PreserveWhitespace);
            return root.Element("member") ?? root;
        }
        catch (XmlException)
        {
            return null; // the compiler warns of it
        }
    }

    private static string Comment(SyntaxNode declaration)
    {
        var text = new StringBuilder();
        foreach (var line in declaration.GetLeadingTrivia().ToFullString().Split('\n'))
        {
            var comment = line.Trim();
            if (comment.StartsWith("///", StringComparison.Ordinal)) text.Append(comment, 3, comment.Length - 3).Append('\n');
        }

        return text.ToString();
    }

    private static string Text(XElement element)
    {
        var text = new StringBuilder();
        Append(element, text);
        return Regex.Replace(text.ToString(), @"\s+", " ").Trim();
    }

    private static void Append(XElement element, StringBuilder text)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText words) text.Append(words.Value);
            else if (node is XElement { HasElements: false, IsEmpty: true } reference) text.Append(Reference(reference));
            else if (node is XElement nested)
            {
                if (nested.Name.LocalName is "para" or "item" or "br") text.Append(' ');
                Append(nested, text);
            }
        }
    }

    /// <summary>What a reference is called: the last part of a name in code, or a keyword.</summary>
    private static string Reference(XElement reference)
    {
        var name = (string?)reference.Attribute("langword") ?? (string?)reference.Attribute("name") ?? (string?)reference.Attribute("cref") ?? (string?)reference.Attribute("href") ?? " ";
        if (reference.Attribute("cref") is null) return name;
        var bare = Regex.Replace(name, @"\(.*\)$", "");
        return bare.Substring(bare.LastIndexOfAny(['.', ':']) + 1);
    }
}
