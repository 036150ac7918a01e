using System.Buffers;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>A declared tool, read once per request.</summary>
internal sealed class ToolEntry
{
    private const int MaxDescription = 2_000;
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，。；：,.;:\n");
    private readonly Lazy<List<Leaf>> _leaves;

    public ToolEntry(AIFunctionDeclaration declaration, int position)
    {
        Name = declaration.Name;
        Description = declaration.Description is { Length: > MaxDescription } text ? text[..MaxDescription] : declaration.Description ?? "";
        Schema = SchemaReader.Read(declaration.JsonSchema);
        Position = position;
        NameTerms = [.. Tokenizer.Terms(Name).Distinct()];
        Title = TitleOf(Description);
        _leaves = new(() => Leaf.Read(Schema));
    }

    public string Name { get; }

    public string Description { get; }

    public ParameterSchema Schema { get; }

    public int Position { get; }

    public IReadOnlyList<string> NameTerms { get; }

    /// <summary>
    /// The concepts of a Chinese description's first clause, which is the tool's name to those who ask in Chinese: the name
    /// proper is English by the rules of the wire. Empty for other descriptions.
    /// </summary>
    public IReadOnlyList<Concept> Title { get; }

    /// <summary>The parameters that take a value.</summary>
    public IReadOnlyList<Leaf> Leaves => _leaves.Value;

    /// <summary>The callable tools in the order declared; of several with one name, the first.</summary>
    public static List<ToolEntry> Read(IEnumerable<AITool>? tools)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var entries = new List<ToolEntry>();
        foreach (var tool in tools ?? [])
        {
            if (tool is AIFunctionDeclaration declaration && names.Add(declaration.Name)) entries.Add(new(declaration, entries.Count));
        }

        return entries;
    }

    private static List<Concept> TitleOf(string description)
    {
        var end = description.AsSpan().IndexOfAny(ClauseEnds);
        var clause = end < 0 ? description : description[..end];
        return clause.Any(RequestText.IsHan) ? Tokenizer.Tokenize(RequestText.ToNarrow(clause)) : [];
    }
}
