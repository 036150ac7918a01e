using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.ToolGenerator.Parsing;

/// <summary>The collections that the serializer knows, and how each is described to it.</summary>
internal static class CollectionTypes
{
    private const string Generic = "System.Collections.Generic.";
    private const string Immutable = "System.Collections.Immutable.";
    private const string Services = "global::System.Text.Json.Serialization.Metadata.JsonMetadataServices.";
    private const string Values = "global::System.Text.Json.Serialization.Metadata.JsonCollectionInfoValues";

    /// <summary>Type, method of <c>JsonMetadataServices</c>, and whether the type is made with <c>new</c>.</summary>
    private static readonly Dictionary<string, (string Method, bool IsCreated)> Lists = new()
    {
        [Generic + "List`1"] = ("CreateListInfo", true),
        [Generic + "HashSet`1"] = ("CreateISetInfo", true),
        [Generic + "SortedSet`1"] = ("CreateISetInfo", true),
        [Generic + "LinkedList`1"] = ("CreateICollectionInfo", true),
        [Generic + "Queue`1"] = ("CreateQueueInfo", true),
        [Generic + "Stack`1"] = ("CreateStackInfo", true),
        [Generic + "IList`1"] = ("CreateIListInfo", false),
        [Generic + "ICollection`1"] = ("CreateICollectionInfo", false),
        [Generic + "IEnumerable`1"] = ("CreateIEnumerableInfo", false),
        [Generic + "IReadOnlyList`1"] = ("CreateIEnumerableInfo", false),
        [Generic + "IReadOnlyCollection`1"] = ("CreateIEnumerableInfo", false),
        [Generic + "ISet`1"] = ("CreateISetInfo", false),
        ["System.Collections.ObjectModel.Collection`1"] = ("CreateIListInfo", true),
        ["System.Collections.ObjectModel.ObservableCollection`1"] = ("CreateIListInfo", true),
        ["System.Collections.Concurrent.ConcurrentQueue`1"] = ("CreateConcurrentQueueInfo", true),
        ["System.Collections.Concurrent.ConcurrentStack`1"] = ("CreateConcurrentStackInfo", true),
    };

    private static readonly Dictionary<string, (string Method, bool IsCreated)> Dictionaries = new()
    {
        [Generic + "Dictionary`2"] = ("CreateDictionaryInfo", true),
        [Generic + "SortedDictionary`2"] = ("CreateIDictionaryInfo", true),
        ["System.Collections.Concurrent.ConcurrentDictionary`2"] = ("CreateIDictionaryInfo", true),
        [Generic + "IDictionary`2"] = ("CreateIDictionaryInfo", false),
        [Generic + "IReadOnlyDictionary`2"] = ("CreateIReadOnlyDictionaryInfo", false),
    };

    /// <summary>Type, and the class whose <c>CreateRange</c> makes it.</summary>
    private static readonly Dictionary<string, string> ImmutableLists = new()
    {
        [Immutable + "ImmutableArray`1"] = "ImmutableArray",
        [Immutable + "ImmutableList`1"] = "ImmutableList",
        [Immutable + "IImmutableList`1"] = "ImmutableList",
        [Immutable + "ImmutableHashSet`1"] = "ImmutableHashSet",
        [Immutable + "IImmutableSet`1"] = "ImmutableHashSet",
        [Immutable + "ImmutableSortedSet`1"] = "ImmutableSortedSet",
        [Immutable + "ImmutableQueue`1"] = "ImmutableQueue",
        [Immutable + "ImmutableStack`1"] = "ImmutableStack",
    };

    private static readonly Dictionary<string, string> ImmutableDictionaries = new()
    {
        [Immutable + "ImmutableDictionary`2"] = "ImmutableDictionary",
        [Immutable + "IImmutableDictionary`2"] = "ImmutableDictionary",
        [Immutable + "ImmutableSortedDictionary`2"] = "ImmutableSortedDictionary",
    };

    /// <summary>A collection: the type of its items or values, that of its keys, and the C# expression that describes it.</summary>
    public static (ITypeSymbol Element, ITypeSymbol? Key, string Create)? Find(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { IsSZArray: true } array) return (array.ElementType, null, $"{Services}CreateArrayInfo<{array.ElementType.CSharpName()}>(options, new {Values}<{type.CSharpName()}>())");
        if (type is not INamedTypeSymbol { Arity: 1 or 2 } named) return null;
        var name = named.MetadataName();
        var (self, first) = (named.CSharpName(), named.TypeArguments[0]);
        var second = named.Arity == 2 ? named.TypeArguments[1] : null;
        var arguments = string.Join(", ", named.TypeArguments.Select(argument => argument.CSharpName()));
        if (Lists.TryGetValue(name, out var list)) return (first, null, Create(list.Method, self, arguments, list.IsCreated));
        if (Dictionaries.TryGetValue(name, out var dictionary)) return (second!, first, Create(dictionary.Method, self, arguments, dictionary.IsCreated));
        if (ImmutableLists.TryGetValue(name, out var range)) return (first, null, CreateImmutable("CreateImmutableEnumerableInfo", self, arguments, range));
        if (ImmutableDictionaries.TryGetValue(name, out var ranges)) return (second!, first, CreateImmutable("CreateImmutableDictionaryInfo", self, arguments, ranges));
        return name switch
        {
            "System.Memory`1" => (first, null, $"{Services}CreateMemoryInfo<{arguments}>(options, new {Values}<{self}>())"),
            "System.ReadOnlyMemory`1" => (first, null, $"{Services}CreateReadOnlyMemoryInfo<{arguments}>(options, new {Values}<{self}>())"),
            _ => null,
        };
    }

    private static string Create(string method, string self, string arguments, bool isCreated)
    {
        var creator = isCreated ? $" {{ ObjectCreator = static () => new {self}() }}" : "()";
        return $"{Services}{method}<{self}, {arguments}>(options, new {Values}<{self}>{creator})";
    }

    private static string CreateImmutable(string method, string self, string arguments, string factory) =>
        $"{Services}{method}<{self}, {arguments}>(options, new {Values}<{self}>(), createRangeFunc: global::{Immutable}{factory}.CreateRange<{arguments}>)";
}
