using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>A declared tool, read once per request.</summary>
internal sealed class ToolEntry
{
    private const int MaxDescription = 2_000;

    public ToolEntry(AIFunctionDeclaration declaration, int position)
    {
        Name = declaration.Name;
        Description = declaration.Description is { Length: > MaxDescription } text ? text[..MaxDescription] : declaration.Description ?? "";
        Schema = SchemaReader.Read(declaration.JsonSchema);
        Position = position;
        NameTerms = [.. Tokenizer.Terms(Name).Distinct()];
    }

    public string Name { get; }

    public string Description { get; }

    public ParameterSchema Schema { get; }

    public int Position { get; }

    public IReadOnlyList<string> NameTerms { get; }

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
}
