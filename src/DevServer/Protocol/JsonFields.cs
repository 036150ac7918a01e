using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Websopy.SemanticKernel.DevServer.Protocol;

/// <summary>Reads fields of a request's JSON; whatever is not as expected is an <see cref="InvalidRequestException"/> that names the place.</summary>
internal static class JsonFields
{
    /// <summary>The field's value; <see langword="null"/> where the field is absent or null.</summary>
    public static JsonElement? Optional(this JsonElement owner, ReadOnlySpan<byte> name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static string? OptionalString(this JsonElement owner, ReadOnlySpan<byte> name) =>
        owner.Optional(name) is { } value ? Within(name, value, AsString) : null;

    public static string RequiredString(this JsonElement owner, ReadOnlySpan<byte> name) =>
        owner.OptionalString(name) is { Length: > 0 } value
            ? value
            : throw new InvalidRequestException(Encoding.UTF8.GetString(name), "is required");

    public static T Within<T>(ReadOnlySpan<byte> name, JsonElement value, Func<JsonElement, T> read)
    {
        try
        {
            return read(value);
        }
        catch (InvalidRequestException e)
        {
            throw e.Within(Encoding.UTF8.GetString(name));
        }
    }

    public static List<T> AsList<T>(this JsonElement array, Func<JsonElement, T> read)
    {
        Expect(array, JsonValueKind.Array, "an array");
        var list = new List<T>(array.GetArrayLength());
        foreach (var item in array.EnumerateArray())
        {
            try
            {
                list.Add(read(item));
            }
            catch (InvalidRequestException e)
            {
                throw e.Within($"[{list.Count}]");
            }
        }

        return list;
    }

    /// <summary>A copy that outlives the body, and that whoever gets it can read to its last string.</summary>
    /// <exception cref="InvalidOperationException">A string is not Unicode.</exception>
    public static JsonElement Copy(this JsonElement value)
    {
        value.CheckStrings();
        return value.Clone();
    }

    /// <exception cref="InvalidOperationException">A string is not Unicode.</exception>
    public static void CheckStrings(this JsonElement value)
    {
        // Only an escape can spell half a surrogate pair, and most values have none.
        if (JsonMarshal.GetRawUtf8Value(value).IndexOf("\\u"u8) >= 0)
            ReadStrings(value);
    }

    public static JsonElement AsObject(this JsonElement value) => Expect(value, JsonValueKind.Object, "an object");

    public static string AsString(this JsonElement value) => Expect(value, JsonValueKind.String, "a string").GetString()!;

    public static bool AsBoolean(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new InvalidRequestException("", "must be true or false"),
    };

    public static float AsSingle(this JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetSingle(out var number) && float.IsFinite(number)
            ? number
            : throw new InvalidRequestException("", "must be a number");

    public static int AsCount(this JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number > 0
            ? number
            : throw new InvalidRequestException("", "must be a positive whole number");

    public static long AsInt64(this JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : throw new InvalidRequestException("", "must be a whole number");

    private static void ReadStrings(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                _ = value.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    ReadStrings(item);
                break;
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    _ = property.Name;
                    ReadStrings(property.Value);
                }

                break;
        }
    }

    private static JsonElement Expect(JsonElement value, JsonValueKind kind, string description) =>
        value.ValueKind == kind ? value : throw new InvalidRequestException("", $"must be {description}");
}
