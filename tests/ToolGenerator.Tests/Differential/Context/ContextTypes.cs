using System.Collections;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.Differential.Context;

/// <summary>Types that the generator cannot describe itself, and one that is described in another way than by default.</summary>
[JsonSerializable(typeof(Animal))]
[JsonSerializable(typeof(List<Animal>))]
[JsonSerializable(typeof(Bag))]
[JsonSerializable(typeof(Plan))]
[JsonSerializable(typeof(Plan[]))]
[JsonSerializable(typeof(Dictionary<string, Animal>))]
[JsonSerializable(typeof(Size?))]
[JsonSerializable(typeof(Mood))]
[JsonSerializable(typeof(IEnumerable<Plan>))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.Strict)]
internal sealed partial class ToolContext : JsonSerializerContext;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Dog), "dog")]
[JsonDerivedType(typeof(Cat), "cat")]
internal abstract record Animal(string PetName);

internal sealed record Dog(string PetName, int BarkCount = 1) : Animal(PetName);

internal sealed record Cat(string PetName) : Animal(PetName)
{
    public Animal? BestFriend { get; init; }
}

/// <summary>A collection of a class of its own.</summary>
[CollectionBuilder(typeof(Bag), nameof(Create))]
internal sealed class Bag : ICollection<int>
{
    private readonly List<int> _items = [];

    public int Count => _items.Count;

    public bool IsReadOnly => false;

    public static Bag Create(ReadOnlySpan<int> items)
    {
        var bag = new Bag();
        bag._items.AddRange(items);
        return bag;
    }

    public void Add(int item) => _items.Add(item);

    public void Clear() => _items.Clear();

    public bool Contains(int item) => _items.Contains(item);

    public void CopyTo(int[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    public IEnumerator<int> GetEnumerator() => _items.GetEnumerator();

    public bool Remove(int item) => _items.Remove(item);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

[Description("A plan.")]
internal sealed class Plan
{
    [Description("What comes first.")] public required string FirstStep { get; set; }

    public List<Plan>? SubPlans { get; set; }

    public Mood Mood { get; set; }
}

internal record struct Size(int WidthInCm, int HeightInCm);

internal enum Mood
{
    Good,
    Bad,
}
