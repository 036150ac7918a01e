namespace Websopy.SemanticKernel.ToolGenerator.Tests.Differential;

/// <summary>The collections around a type, as C# with <c>{0}</c> for the type.</summary>
internal static class Containers
{
    public static IReadOnlyList<(string Name, string Type)> All { get; } =
    [
        ("Array", "{0}[]"), ("List", "List<{0}>"), ("Enumerable", "IEnumerable<{0}>"), ("IList", "IList<{0}>"), ("Collection", "ICollection<{0}>"), ("ReadOnlyList", "IReadOnlyList<{0}>"),
        ("ReadOnlyCollection", "IReadOnlyCollection<{0}>"), ("HashSet", "HashSet<{0}>"), ("ISet", "ISet<{0}>"), ("Queue", "Queue<{0}>"),
        ("Stack", "Stack<{0}>"), ("LinkedList", "LinkedList<{0}>"), ("ImmutableArray", "ImmutableArray<{0}>"), ("ImmutableList", "ImmutableList<{0}>"), ("Dictionary", "Dictionary<string, {0}>"),
        ("IDictionary", "IDictionary<string, {0}>"), ("ReadOnlyDictionary", "IReadOnlyDictionary<string, {0}>"), ("ByNumber", "Dictionary<int, {0}>"), ("ByColor", "Dictionary<Color, {0}>"),
        ("Jagged", "{0}[][]"), ("ListOfMaps", "List<Dictionary<string, {0}>>"), ("MapOfLists", "Dictionary<string, List<{0}>>"), ("Nullables", "List<{0}?>"), ("NullableArray", "{0}?[]"),
        ("ImmutableMap", "ImmutableDictionary<string, {0}>"), ("ByGuid", "IReadOnlyDictionary<Guid, {0}?>"), ("SortedMap", "SortedDictionary<string, {0}>"), ("Boxed", "Box<{0}>"),
        ("ImmutableSet", "ImmutableHashSet<{0}>"), ("ConcurrentQueue", "System.Collections.Concurrent.ConcurrentQueue<{0}>"), ("Observed", "System.Collections.ObjectModel.ObservableCollection<{0}>"), ("Paged", "Page<{0}>"),
    ];
}
