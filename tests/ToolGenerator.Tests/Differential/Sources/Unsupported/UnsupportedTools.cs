// What the compiler refuses, and AIFunctionFactory accepts or refuses at run time. The attribute says with which diagnostic.
using System;
using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel;

namespace Sample.Unsupported;

[AttributeUsage(AttributeTargets.Method)]
public sealed class RefusedAttribute(string id) : Attribute
{
    public string Id => id;
}

[ToolSet]
public class UnsupportedTools
{
    [Tool, Refused("WSK016")] public void Polymorphic(Animal value) { }

    [Tool, Refused("WSK016")] public void HoldsPolymorphic(List<Zoo> value) { }

    [Tool, Refused("WSK017")] public Animal? PolymorphicResult() => null;

    [Tool, Refused("WSK016")] public void Interface(IGiven value) { }

    [Tool, Refused("WSK016")] public void Abstract(Shape value) { }

    [Tool, Refused("WSK016")] public void HoldsInterface(Dictionary<string, IGiven> value) { }

    [Tool, Refused("WSK016")] public void CustomCollection(Bag value) { }

    [Tool, Refused("WSK017")] public Bag? CustomCollectionResult() => null;

    [Tool, Refused("WSK016")] public void ReadOnlySet(IReadOnlySet<int> value) { }

    [Tool, Refused("WSK016")] public void NonGeneric(ArrayList value) { }

    [Tool, Refused("WSK016")] public void Enumerable(IEnumerable value) { }

    [Tool, Refused("WSK016")] public void Grid(int[,] value) { }

    [Tool, Refused("WSK016")] public void Callback(Action<int> value) { }

    [Tool, Refused("WSK016")] public void Tuple((int A, string B) value) { }

    [Tool, Refused("WSK016")] public void Stream(Stream value) { }

    [Tool, Refused("WSK016")] public void Type(Type value) { }

    [Tool, Refused("WSK016")] public void Token(CancellationToken? value) { }

    [Tool, Refused("WSK016")] public void Native(nint value) { }

    [Tool, Refused("WSK016")] public void Sequence(IAsyncEnumerable<int> value) { }

    [Tool, Refused("WSK017")] public Task<IAsyncEnumerable<int>>? SequenceLater() => null;

    [Tool, Refused("WSK017")] public Task<Task<int>>? TaskOfTask() => null;

    [Tool, Refused("WSK017")] public Exception? Failure() => null;

    [Tool, Refused("WSK016")] public void ByNothing(Dictionary<Point, int> value) { }

    [Tool, Refused("WSK016")] public void TwoConstructors(TwoConstructors value) { }

    [Tool, Refused("WSK016")] public void UnmatchedConstructor(UnmatchedConstructor value) { }

    [Tool, Refused("WSK016")] public void Collision(CaseClash value) { }

    [Tool, Refused("WSK016")] public void NamedNumbers(NamedNumbers value) { }

    [Tool, Refused("WSK016")] public void Messages(List<ChatMessage> value) { }

    [Tool, Refused("WSK014")] public void Reference(ref int value) { }

    [Tool, Refused("WSK014")] public void In(in int value) { }

    [Tool, Refused("WSK014")] public void Out(out int value) => value = 1;

    [Tool, Refused("WSK016")] public void Bytes(ReadOnlySpan<byte> value) { }

    [Tool, Refused("WSK016")] public unsafe void Pointer(int* value) { }

    [Tool, Refused("WSK006")] public void Generic<T>(T value) { }

    [Tool, Refused("WSK022")] public void WrongDefault([DefaultValue("5")] int value) { }

    [Tool, Refused("WSK022")] public void ConvertedDefault([DefaultValue(typeof(Guid), "0f8fad5b-d9cb-469f-a165-70867728950e")] Guid value) { }

    [Tool, Refused("WSK008")] private void Private(int value) { }

    [Tool, Refused("WSK015")] public async void Void() => await Task.Yield();

    [Tool("a b"), Refused("WSK003")] public void Spaces() { }

    [Tool, Refused("WSK004")] public void BadParameter([AIParameterName("a b")] int value) { }

    [Tool, Refused("WSK005")] public void SameParameters(int value, [AIParameterName("value")] int other) { }
}

[JsonDerivedType(typeof(Dog), "dog")]
public class Animal
{
    public int Legs { get; set; }
}

public class Dog : Animal;

public record Zoo(Animal[] Animals);

public class Bag : IEnumerable<int>
{
    public void Add(int item) { }

    public IEnumerator<int> GetEnumerator() => throw new NotSupportedException();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public class TwoConstructors
{
    public TwoConstructors(int a) => A = a;

    public TwoConstructors(string b) => A = b.Length;

    public int A { get; }
}

public class UnmatchedConstructor(int other)
{
    public int A { get; } = other;
}

public class CaseClash
{
    public int Value { get; set; }

    [JsonPropertyName("VALUE")] public int Upper { get; set; }
}

public class NamedNumbers
{
    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] public double Value { get; set; }
}
