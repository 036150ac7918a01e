// Records and structs: constructors with parameters, defaults, init and required.
using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Sample;

public record Point(int X, int Y);

public record Person(string Name, int? Age = null, string? Mail = "none", Color Favourite = Color.Blue, double Weight = 1.5, bool Active = true, char Grade = 'a', long Count = 3, decimal Price = 9.90m);

public record Address
{
    public required string Street { get; init; }

    public string? City { get; init; }

    public int Zip { get; init; } = 12345;

    public IReadOnlyList<string> Lines { get; init; } = ["one"];
}

public record Employee(string Name, int Number) : Person(Name, Number)
{
    public string Title { get; init; } = "Dr.";
}

public record struct Money(decimal Amount, string Currency = "EUR");

public readonly record struct Span(int Start, int End)
{
    public int Length => End - Start;
}

public struct Plain
{
    public int A { get; set; }

    public string? B { get; set; }
}

public struct Built
{
    public Built(int a, string b)
    {
        A = a + 1;
        B = b;
    }

    public int A { get; set; }

    public string B { get; init; }
}

public struct Chosen
{
    [JsonConstructor]
    public Chosen(int a) => A = a + 1;

    public int A { get; }
}

public readonly struct Fixed
{
    public int A { get; init; }

    public required string B { get; init; }
}

public record Preset(
    Rights Rights = Rights.Read | Rights.Write, Color? Maybe = Color.Green, int? Number = 5, string Quote = "a\"b\\c\n\u00e4",
    float Half = 0.1f, ulong Big = ulong.MaxValue, Point? Where = null, Spoken Word = Spoken.Second, Level Odd = (Level)77);

[method: SetsRequiredMembers]
public record Assured(string Name)
{
    public required string Name { get; init; } = Name;

    public required int Rank { get; init; } = 1;
}

public record Page<T>(IReadOnlyList<T> Items, int Total);

public record Pair<TKey, TValue>(TKey Key, TValue Value)
    where TKey : notnull;

public record Box<T>
{
    public T? Content { get; set; }

    public List<T>? More { get; set; }
}

public sealed record Wrapped(Page<Point> Points, Pair<string, Box<int>> Entry, Box<Color?>? Colors);

public abstract record Shape(string Kind);

public record Circle(double Radius) : Shape("circle");
