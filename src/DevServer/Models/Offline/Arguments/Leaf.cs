namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>A parameter that takes one value or an array of values; objects are flattened into the leaves under them.</summary>
internal sealed class Leaf
{
    private const int MaxLeaves = 64;
    private static readonly HashSet<string> TargetTerms = Stems("to new target destination dest end until last max after into");
    private static readonly HashSet<string> SourceTerms = Stems("from source src old start begin since current first min sender base origin");

    private static readonly HashSet<string> AgentTerms = Stems("author owner creator artist writer user assignee");

    private Leaf(ParameterSchema schema, IReadOnlyList<string> path, bool isRequired, bool isOffered)
    {
        Schema = schema;
        Path = path;
        IsRequired = isRequired;
        RequiredInObject = isOffered;
        IsArray = schema.MainType == "array";
        Value = IsArray ? schema.Items ?? ParameterSchema.Free : schema;
        NameTerms = [.. Tokenizer.Terms(schema.Name).Concat(RawWords(schema.Name)).Distinct()];
        DescriptionTerms = [.. Tokenizer.Terms(schema.Description).Distinct()];
        Role = RoleReader.Read(Value, NameTerms, DescriptionTerms);
        IsSearch = Role == ParameterRole.Query && RoleReader.IsSearch(NameTerms, DescriptionTerms);
        IsAgent = NameTerms.Any(AgentTerms.Contains);
        Choices = [.. Value.Enum.Select(choice => new Choice(choice))];
        IsTarget = NameTerms.Any(TargetTerms.Contains) || (NameTerms.Count == 0 && schema.Name.Equals("to", StringComparison.OrdinalIgnoreCase));
        IsSource = !IsTarget && NameTerms.Any(SourceTerms.Contains);
    }

    public ParameterSchema Schema { get; }

    /// <summary>The schema of one value.</summary>
    public ParameterSchema Value { get; }

    public IReadOnlyList<string> Path { get; }

    /// <summary>Whether no call is valid without it.</summary>
    public bool IsRequired { get; }

    /// <summary>Whether the object that it is in is not valid without it.</summary>
    public bool RequiredInObject { get; }

    public bool IsArray { get; }

    public ParameterRole Role { get; }

    public IReadOnlyList<string> NameTerms { get; }

    public IReadOnlyList<string> DescriptionTerms { get; }

    public bool IsTarget { get; }

    /// <summary>Whether it is a text to look for, so that a whole request may be one.</summary>
    public bool IsSearch { get; }

    /// <summary>Whether "by" introduces it.</summary>
    public bool IsAgent { get; }

    /// <summary>The values of its enumeration.</summary>
    public IReadOnlyList<Choice> Choices { get; }

    public bool IsSource { get; }

    public static List<Leaf> Read(ParameterSchema root)
    {
        var leaves = new List<Leaf>();
        Read(root, [], true, leaves);
        return leaves;
    }

    private static void Read(ParameterSchema parent, IReadOnlyList<string> path, bool isRequired, List<Leaf> leaves)
    {
        foreach (var property in parent.Properties)
        {
            if (leaves.Count >= MaxLeaves) return;
            var offered = parent.Required.Contains(property.Name);
            var required = isRequired && offered;
            if (property.Properties.Count > 0)
                Read(property, [.. path, property.Name], required, leaves);
            else if (property.Items?.Properties.Count > 0)
                Read(property.Items, [.. path, property.Name + "[]"], required, leaves);
            else
                leaves.Add(new(property, [.. path, property.Name], required, offered));
        }
    }

    private static HashSet<string> Stems(string words) => [.. words.Split(' ').SelectMany(word => new[] { word, Stemmer.Stem(word) })];

    /// <summary>The words of a name with those that are stop words elsewhere ("from", "to").</summary>
    private static IEnumerable<string> RawWords(string name) =>
        System.Text.RegularExpressions.Regex.Split(name, "(?<=[a-z0-9])(?=[A-Z])|[_\\-. ]").Select(word => word.ToLowerInvariant())
            .Where(word => word.Length > 0 && StopWords.IsStopWord(word));
}
