namespace Websopy.SemanticKernel.ToolGenerator.Model;

/// <summary>The attributes of a parameter, property or type that a schema shows. Values of JSON are JSON text.</summary>
internal sealed record Annotations
{
    public static Annotations None { get; } = new();

    public string? Description { get; init; }

    public string? Title { get; init; }

    public bool IsEmail { get; init; }

    public bool IsUrl { get; init; }

    public string? Pattern { get; init; }

    public LengthLimit? StringLength { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public LengthLimit? Length { get; init; }

    public RangeLimit? Range { get; init; }

    public bool IsBase64 { get; init; }

    public EquatableArray<string>? Allowed { get; init; }

    public EquatableArray<string>? Denied { get; init; }

    /// <summary>A number of <c>System.ComponentModel.DataAnnotations.DataType</c>.</summary>
    public int? DataType { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>These, and where one is missing, that of another place. Attributes are looked for one by one.</summary>
    public Annotations Or(Annotations other) => ReferenceEquals(other, None) ? this : ReferenceEquals(this, None) ? other : new()
    {
        Description = Description ?? other.Description,
        Title = Title ?? other.Title,
        IsEmail = IsEmail || other.IsEmail,
        IsUrl = IsUrl || other.IsUrl,
        Pattern = Pattern ?? other.Pattern,
        StringLength = StringLength ?? other.StringLength,
        MinLength = MinLength ?? other.MinLength,
        MaxLength = MaxLength ?? other.MaxLength,
        Length = Length ?? other.Length,
        Range = Range ?? other.Range,
        IsBase64 = IsBase64 || other.IsBase64,
        Allowed = Allowed ?? other.Allowed,
        Denied = Denied ?? other.Denied,
        DataType = DataType ?? other.DataType,
        IsRequired = IsRequired || other.IsRequired,
    };
}

/// <summary>The least and the greatest length.</summary>
internal sealed record LengthLimit(int Minimum, int Maximum);

/// <summary>The least and the greatest value as JSON; <see langword="null"/> for a limit that a schema does not show.</summary>
internal sealed record RangeLimit(string? Minimum, string? Maximum, bool MinimumIsExclusive, bool MaximumIsExclusive);
