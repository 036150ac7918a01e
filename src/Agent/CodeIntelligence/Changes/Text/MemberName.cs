using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

/// <summary>One part of a dotted name.</summary>
/// <param name="Text">The name; constructors are <c>#ctor</c>, static ones <c>#cctor</c>, finalizers <c>~</c>, indexers <c>this</c>.</param>
/// <param name="Arity">The number of its type parameters, or -1 where a question leaves it open.</param>
internal readonly record struct NamePart(string Text, int Arity)
{
    public const string Constructor = "#ctor";
    public const string StaticConstructor = "#cctor";
    public const string Finalizer = "~";
    public const string Indexer = "this";

    public bool Answers(NamePart question) => Text == question.Text && (question.Arity < 0 || question.Arity == Arity);
}

/// <summary>A member as a model names it: <c>Type.Member</c>, <c>Member</c>, <c>Type.M(int, string)</c>.</summary>
internal sealed record MemberName(ImmutableArray<NamePart> Parts, ImmutableArray<(string Type, string Passing)>? Parameters)
{
    private const int MaxLength = 1000;

    public static MemberName Parse(string text)
    {
        text = text.Trim();
        if (text.Length is 0 or > MaxLength)
        {
            throw Invalid("it is empty or too long");
        }

        var (head, list) = SplitParameters(text);
        List<NamePart> parts = [];
        foreach (var part in SplitParts(head))
        {
            parts.Add(Part(part, parts));
        }

        return new([.. parts], list is null ? null : ParseParameters(list));
    }

    /// <summary>The last parts as they are if this names a constructor by its type: <c>Type.Type</c>, or <c>Type(int)</c>.</summary>
    public IEnumerable<ImmutableArray<NamePart>> Readings()
    {
        yield return Parts;
        var last = Parts[^1];
        if (Parts.Length > 1 && Parts[^2].Text == last.Text)
        {
            yield return Parts.SetItem(Parts.Length - 1, new(NamePart.Constructor, 0));
        }
        else if (Parameters is not null)
        {
            yield return Parts.Add(new(NamePart.Constructor, 0));
        }

        if (last is { Text: "Item", Arity: <= 0 })
        {
            yield return Parts.SetItem(Parts.Length - 1, new(NamePart.Indexer, 0));
        }
    }

    /// <summary>Takes a list in round or square brackets off the end.</summary>
    private static (string Head, string? List) SplitParameters(string text)
    {
        if (text[^1] is not (')' or ']'))
        {
            return (text, null);
        }

        var depth = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            depth += text[i] is ')' or ']' ? 1 : text[i] is '(' or '[' ? -1 : 0;
            if (depth == 0)
            {
                // Square brackets are parameters of an indexer only; a conversion may end in an array's.
                if (text[^1] == ']' && !text.AsSpan(0, i).TrimEnd().EndsWith("this", StringComparison.Ordinal) && !text.AsSpan(0, i).TrimEnd().EndsWith("Item", StringComparison.Ordinal))
                {
                    return (text, null);
                }

                return i == 0 ? throw Invalid("there is no name before the parameters") : (text[..i].TrimEnd(), text[(i + 1)..^1]);
            }
        }

        throw Invalid("its brackets do not match");
    }

    private static List<string> SplitParts(string head)
    {
        List<string> parts = [];
        var @operator = OperatorStart(head);
        var names = @operator < 0 ? head : head[..@operator].TrimEnd().TrimEnd('.');
        var (start, depth) = (0, 0);
        for (var i = 0; i <= names.Length; i++)
        {
            var c = i < names.Length ? names[i] : '.';
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            // The second dot of "Type..ctor" belongs to the name.
            if (c == '.' && (depth == 0 || i == names.Length) && (i > start || i == names.Length))
            {
                parts.Add(names[start..i].Trim());
                start = i + 1;
            }
        }

        if (@operator >= 0)
        {
            parts = names.Length == 0 ? [] : parts;
            parts.Add(head[@operator..]);
        }

        return parts;
    }

    /// <summary>Where the name of an operator or conversion begins, or -1.</summary>
    private static int OperatorStart(string head)
    {
        var word = head.LastIndexOf("operator", StringComparison.Ordinal);
        if (word < 0 || (word > 0 && head[word - 1] is not ('.' or ' ')) || (word + 8 < head.Length && SyntaxFacts.IsIdentifierPartCharacter(head[word + 8])))
        {
            return -1;
        }

        var dot = head.LastIndexOf('.', word);
        return dot + 1;
    }

    private static NamePart Part(string text, List<NamePart> before)
    {
        if (OperatorStart(text) >= 0)
        {
            return new(Operator(text), 0);
        }

        switch (text)
        {
            case ".ctor" or "#ctor":
                return new(NamePart.Constructor, 0);
            case ".cctor" or "#cctor":
                return new(NamePart.StaticConstructor, 0);
            case NamePart.Indexer:
                return new(NamePart.Indexer, 0);
        }

        if (text.StartsWith('~'))
        {
            return new(NamePart.Finalizer, 0);
        }

        if (text.StartsWith("static ", StringComparison.Ordinal) && before.Count > 0)
        {
            return new(NamePart.StaticConstructor, 0);
        }

        var angle = text.IndexOf('<', StringComparison.Ordinal);
        var name = (angle < 0 ? text : text[..angle]).Trim().TrimStart('@');
        if (!SyntaxFacts.IsValidIdentifier(name))
        {
            throw Invalid(name.Length == 0 ? "a part of it is empty" : $"'{name}' is not an identifier");
        }

        return new(name, angle < 0 ? -1 : Arity(text[angle..]));
    }

    private static int Arity(string arguments)
    {
        var (arity, depth) = (1, 0);
        foreach (var c in arguments)
        {
            depth += c is '<' or '(' or '[' ? 1 : c is '>' or ')' or ']' ? -1 : 0;
            arity += c == ',' && depth == 1 ? 1 : 0;
        }

        return depth == 0 ? arity : throw Invalid("its angle brackets do not match");
    }

    /// <summary>An operator as <c>operator +</c>, a conversion as <c>implicit operator int</c>.</summary>
    private static string Operator(string text)
    {
        var word = text.LastIndexOf("operator", StringComparison.Ordinal);
        var kind = text[..word].Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
        var symbol = string.Join(' ', text[(word + 8)..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (kind is not ("implicit" or "explicit"))
        {
            return $"operator {symbol}";
        }

        const string Checked = "checked ";
        var isChecked = symbol.StartsWith(Checked, StringComparison.Ordinal);
        return Conversion(kind, isChecked, TypeText.Of(SyntaxFactory.ParseTypeName(isChecked ? symbol[Checked.Length..] : symbol)));
    }

    public static string Conversion(string kind, bool isChecked, string type) => $"{kind} operator {(isChecked ? "checked " : "")}{type}";

    private static ImmutableArray<(string Type, string Passing)> ParseParameters(string list)
    {
        var parsed = SyntaxFactory.ParseParameterList($"({list})");
        return [.. parsed.Parameters.Where(parameter => parameter.Type is { IsMissing: false }).Select(TypeText.Parameter)];
    }

    private static CodeException Invalid(string why) => new(CodeErrorKind.InvalidArgument,
        $"The member's name cannot be understood: {why}. Write Type.Member, Member or Type, and parameter types for overloads: Type.Method(int, string), Type.Type(int), Type.this[int], Type.operator +(Type, Type).");
}
