// Types that consist of themselves: their schemas refer back.
using System.Collections.Generic;
using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Sample;

public class Node
{
    public int Value { get; set; }

    public Node? Next { get; set; }
}

public record Tree(string Name, List<Tree>? Children = null, Dictionary<string, Tree>? Named = null);

public class Left
{
    public Right? Right { get; set; }

    public string? Name { get; set; }
}

public class Right
{
    public Left? Left { get; set; }

    public IReadOnlyList<Left>? Lefts { get; set; }
}

public class Graph
{
    [JsonPropertyName("a/b~c")] public Dictionary<string, Graph[]>? Edges { get; set; }

    [Description("The way back.")] public Graph? Back { get; set; }

    public Graph?[][]? Matrix { get; set; }
}

public record Twice(Point From, Point To, Point? Via, List<Point> Stops, List<Point>? More);

public class Chain<T>
{
    public T? Value { get; set; }

    public Chain<T>? Next { get; set; }

    public List<Chain<T>>? Others { get; set; }
}

public record struct Linked(int Id, List<Linked>? Others);
