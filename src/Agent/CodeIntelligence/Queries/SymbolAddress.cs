using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries;

/// <summary>How a model names a symbol.</summary>
internal abstract partial record SymbolAddress
{
    private const int MaxLength = 1_000;

    /// <summary>A documentation id such as <c>M:Name.Space.Type.Member(System.Int32)</c>.</summary>
    internal sealed record Documented(string Id) : SymbolAddress
    {
        /// <summary>As much of it as syntax alone can tell: the name without the parameters.</summary>
        public Named ToName()
        {
            var name = Id[2..].Split('(')[0].Split('~')[0].Replace(".#ctor", "..ctor", StringComparison.Ordinal).Replace('#', '.');
            return ParseName(name);
        }
    }

    /// <summary>A place in a file, both numbers from 1.</summary>
    internal sealed record Place(string Path, int Line, int? Column) : SymbolAddress;

    /// <summary>A name, or its end.</summary>
    /// <param name="Names">The names between the dots.</param>
    /// <param name="Arity">How many type parameters the last one has, if it says so.</param>
    /// <param name="Parameters">The types of parameters, if it names them.</param>
    internal sealed record Named(ImmutableArray<string> Names, int? Arity, ImmutableArray<string>? Parameters) : SymbolAddress;

    /// <exception cref="CodeException">It is none of the three.</exception>
    public static SymbolAddress Parse(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length is 0 or > MaxLength)
        {
            throw Invalid("The symbol's name is empty or too long.");
        }

        if (DocumentationId().IsMatch(trimmed))
        {
            return new Documented(trimmed);
        }

        if (PlaceInFile().Match(trimmed) is { Success: true } place)
        {
            return new Place(place.Groups["path"].Value, Number(place.Groups["line"].Value),
                place.Groups["column"] is { Success: true } column ? Number(column.Value) : null);
        }

        return ParseName(trimmed);
    }

    private static Named ParseName(string text)
    {
        var name = text;
        ImmutableArray<string>? parameters = null;
        if (text[^1] is ')' or ']' && OpeningOf(text) is var open && open > 0)
        {
            parameters = [.. SplitOutside(text[(open + 1)..^1], ',').Select(part => part.Trim()).Where(part => part.Length > 0)];
            name = text[..open];
            name = text[^1] == ']' && name.EndsWith(".this", StringComparison.Ordinal) ? name + "[]" : name;
        }

        // A constructor is written as one writes it in C#, or as it is called in metadata.
        name = name.Replace("..ctor", ".#ctor", StringComparison.Ordinal);
        var parts = SplitOutside(name.Replace('+', name.Contains("operator", StringComparison.Ordinal) ? '+' : '.'), '.').Select(part => part.Trim()).ToList();
        var arity = ArityOf(parts[^1]);
        ImmutableArray<string> names = [.. parts.Select(part => part.StartsWith("operator", StringComparison.Ordinal) || part.Contains(" operator ", StringComparison.Ordinal)
            ? string.Join(' ', part.Replace("operator", "operator ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            : WithoutTypeParameters(part))];
        names = names is [.., var type, "#ctor"] ? names.SetItem(names.Length - 1, type) : names is [.., "this"] ? names.SetItem(names.Length - 1, "this[]") : names;
        return names.All(part => part.Length > 0) ? new Named(names, arity, parameters)
            : throw Invalid($"'{text}' is not the name of a symbol.");
    }

    private static int? ArityOf(string name) =>
        name.StartsWith("operator", StringComparison.Ordinal) ? null
        : name.IndexOf('`', StringComparison.Ordinal) is > 0 and var tick && int.TryParse(name[(tick + 1)..].TrimStart('`'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : name.EndsWith('>') && name.IndexOf('<', StringComparison.Ordinal) is > 0 and var open ? SplitOutside(name[(open + 1)..^1], ',').Count
        : null;

    private static string WithoutTypeParameters(string name)
    {
        var end = name.AsSpan().IndexOfAny('<', '`');
        return (end < 0 ? name : name[..end]).TrimStart('@');
    }

    /// <summary>Where the bracket opens that the last character closes.</summary>
    private static int OpeningOf(string text)
    {
        var depth = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            depth += text[i] is ')' or ']' ? 1 : text[i] is '(' or '[' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Splits where no bracket is open.</summary>
    internal static List<string> SplitOutside(string text, char separator)
    {
        List<string> parts = [];
        var depth = 0;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] is '<' or '(' or '[' ? 1 : text[i] is '>' or ')' or ']' ? -1 : 0;
            if (text[i] == separator && depth <= 0)
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }

    private static int Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
        ? number
        : throw Invalid("Lines and columns count from 1.");

    private static CodeException Invalid(string message) => new(CodeErrorKind.InvalidArgument,
        message + " Write Type, Namespace.Type.Member, Type.Method(int, string), a documentation id such as T:Namespace.Type, or file.cs:line or file.cs:line:column.");

    [GeneratedRegex("^[TMPFEN]:[^ ]+$", RegexOptions.CultureInvariant)]
    private static partial Regex DocumentationId();

    [GeneratedRegex(@"^(?<path>[^:]+\.cs):(?<line>[0-9]+)(:(?<column>[0-9]+))?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex PlaceInFile();
}
