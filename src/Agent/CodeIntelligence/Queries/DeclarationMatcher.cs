using System.Collections.Immutable;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries;

/// <summary>Decides which declarations a name means. Pure.</summary>
internal static class DeclarationMatcher
{
    private static readonly (string Name, string Keyword)[] Keywords =
    [
        ("Boolean", "bool"), ("Byte", "byte"), ("SByte", "sbyte"), ("Int16", "short"), ("UInt16", "ushort"), ("Int32", "int"), ("UInt32", "uint"),
        ("Int64", "long"), ("UInt64", "ulong"), ("Single", "float"), ("Double", "double"), ("Decimal", "decimal"), ("Char", "char"),
        ("String", "string"), ("Object", "object"), ("IntPtr", "nint"), ("UIntPtr", "nuint"),
    ];

    /// <summary>The declarations that the name fits best; several are parts of one, or the name is ambiguous.</summary>
    public static SourceDeclaration[] Match(SymbolAddress.Named address, IEnumerable<SourceDeclaration> declarations)
    {
        SourceDeclaration[] found = [.. declarations.Where(declaration => Fits(address, declaration))];

        // A single name is a type's before it is a member's, and of two types the one that takes no parameters.
        return Prefer(Prefer(found, declaration => declaration.Kind.IsType()), declaration => address.Arity is not null || declaration.Arity == 0);
    }

    public static bool Fits(SymbolAddress.Named address, SourceDeclaration declaration)
    {
        var names = address.Names;
        var outer = declaration.Container;
        if (names[^1] != declaration.Name || names.Length > outer.Length + 1
            || (declaration.Kind == SourceKind.Constructor && names.Length < 2)
            || (address.Arity is { } arity && arity != declaration.Arity))
        {
            return false;
        }

        return outer.AsSpan()[^(names.Length - 1)..].SequenceEqual(names.AsSpan()[..^1])
            && (address.Parameters is not { } parameters || SameParameters(parameters, declaration.Parameters));
    }

    /// <summary>Whether two declarations are parts of one type or member.</summary>
    public static bool AreParts(SourceDeclaration one, SourceDeclaration other) =>
        one.IsPartial && other.IsPartial && one.Kind == other.Kind && one.Address == other.Address;

    private static SourceDeclaration[] Prefer(SourceDeclaration[] found, Func<SourceDeclaration, bool> preferred) =>
        found.Length > 1 && found.Any(preferred) ? [.. found.Where(preferred)] : found;

    public static bool SameParameters(ImmutableArray<string> asked, ImmutableArray<string>? declared) =>
        declared is { } types && asked.Length == types.Length && asked.Zip(types).All(pair => Simple(pair.First) == Simple(pair.Second));

    /// <summary>A type as one would write it shortest: without namespaces, modifiers and question marks, and by its keyword.</summary>
    private static string Simple(string type)
    {
        foreach (var modifier in (string[])["this ", "scoped ", "params ", "ref ", "readonly ", "out ", "in "])
        {
            type = type.StartsWith(modifier, StringComparison.Ordinal) ? type[modifier.Length..] : type;
        }

        List<string> words = [];
        var word = 0;
        for (var i = 0; i <= type.Length; i++)
        {
            if (i < type.Length && (char.IsLetterOrDigit(type[i]) || type[i] is '_' or '.' or ':' or '@'))
            {
                continue;
            }

            words.Add(Keyword(type[word..i]));
            words.Add(i < type.Length && type[i] is not (' ' or '?') ? type[i].ToString() : "");
            word = i + 1;
        }

        return string.Concat(words);
    }

    private static string Keyword(string name)
    {
        var simple = name[(name.LastIndexOfAny(['.', ':']) + 1)..];
        return Array.Find(Keywords, pair => pair.Name == simple) is { Keyword: { } keyword } ? keyword : simple;
    }
}
