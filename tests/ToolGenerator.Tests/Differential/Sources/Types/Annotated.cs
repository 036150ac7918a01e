// Attributes on types and properties that a schema shows.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Sample;

[Description("An order, as the \"shop\" sees it.")]
[DisplayName("Order title")]
public class Order
{
    [Description("Its number.")] [Range(1, 99)] public int Number { get; set; }

    [Required] public string? Customer { get; set; }

    [StringLength(10, MinimumLength = 2)] public string Code { get; set; } = "";

    [MinLength(1), MaxLength(5)] public string? Note { get; set; }

    [MinLength(1), MaxLength(5)] public List<int> Items { get; set; } = [];

    [Length(2, 3)] public string[] Pair { get; set; } = [];

    [Length(0, 3)] public string? Short { get; set; }

    [RegularExpression("^[a-z\"\\\\]+$")] public string? Pattern { get; set; }

    [EmailAddress] public string? Mail { get; set; }

    [Url] public string? Link { get; set; }

    [AllowedValues("a", "b", null, 3)] public string? Choice { get; set; }

    [DeniedValues("x")] public string? Not { get; set; }

    [Base64String] public string? Data { get; set; }

    [DataType(DataType.Date)] public string? Day { get; set; }

    [DataType(DataType.ImageUrl)] public string? Image { get; set; }

    [DisplayName("A title")] public string? Titled { get; set; }

    [Range(0.5, 1.5, MinimumIsExclusive = true, MaximumIsExclusive = true)] public double Ratio { get; set; }

    [Range(typeof(decimal), "1.0", "2.0")] public decimal Price { get; set; }

    [Description("Any value.")] public object? Any { get; set; }

    [Description("Another.")] public Order? Next { get; set; }
}

public record Ticket(
    [Description("From the parameter.")] string Name,
    [property: Description("From the property.")] string Place,
    [Range(1, 5)] int Row,
    [Required] string? Seat = null,
    [property: Required] string? Door = null);

[Description("A described record.")]
public record Described(int Value);

[DisplayName("A titled class")]
public class Titled
{
    [Description("Inside.")] public int Value { get; set; }
}

public class Describing
{
    [Description("Described at the property.")] public Described? Own { get; set; }

    public Described? Inherited { get; set; }

    public List<Described>? Many { get; set; }

    public Marked Mark { get; set; }

    public Titled? Titled { get; set; }
}

public class DescribedBase
{
    [Description("Of the base.")] [Range(1, 2)] public virtual int Value { get; set; }
}

public class DescribedDerived : DescribedBase
{
    public override int Value { get; set; }
}
