namespace Websopy.SemanticKernel.CodeIntelligence.Checking;

/// <summary>What a change of one file can do to the diagnostics of others.</summary>
internal sealed class ChangeImpact
{
    /// <summary>Why nothing less than all files will do, or null.</summary>
    public string? Everything { get; set; }

    /// <summary>A file that contains one of these may see the change.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of the above whose meaning flows on into the declarations that mention them.</summary>
    public HashSet<string> Flowing { get; } = new(StringComparer.Ordinal);

    /// <summary>A file that declares a part of one of these types, or a type derived from one, may see the change.</summary>
    public HashSet<string> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>A file that holds another part of one of these types may see the change, and no other file.</summary>
    public HashSet<string> Parts { get; } = new(StringComparer.Ordinal);

    /// <summary>Words of the changed code: a field of that name may begin or cease to be unused.</summary>
    public HashSet<string> Words { get; } = new(StringComparer.Ordinal);

    public void Add(ChangeImpact other)
    {
        Everything ??= other.Everything;
        Names.UnionWith(other.Names);
        Flowing.UnionWith(other.Flowing);
        Types.UnionWith(other.Types);
        Parts.UnionWith(other.Parts);
        Words.UnionWith(other.Words);
    }

    /// <summary>A name whose meaning flows on: also as the attribute that it may be.</summary>
    public void AddFlowing(string name)
    {
        Flowing.Add(name);
        AddName(name);
    }

    public void AddName(string name)
    {
        const string Attribute = "Attribute";
        Names.Add(name);
        if (name.Length > Attribute.Length && name.EndsWith(Attribute, StringComparison.Ordinal))
        {
            Names.Add(name[..^Attribute.Length]);
            if (Flowing.Contains(name))
            {
                Flowing.Add(name[..^Attribute.Length]);
            }
        }
    }
}
