// Types and properties with converters of their own.
using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sample;

[JsonConverter(typeof(TemperatureConverter))]
public readonly record struct Temperature(double Celsius);

public sealed class TemperatureConverter : JsonConverter<Temperature>
{
    public override Temperature Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetDouble() - 1);

    public override void Write(Utf8JsonWriter writer, Temperature value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Celsius + 1);
}

[JsonConverter(typeof(CsvConverter))]
public class Csv
{
    public string[] Parts { get; init; } = [];
}

public sealed class CsvConverter : JsonConverter<Csv>
{
    public override Csv Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new() { Parts = reader.GetString()!.Split(',') };

    public override void Write(Utf8JsonWriter writer, Csv value, JsonSerializerOptions options) => writer.WriteStringValue(string.Join(',', value.Parts));
}

public sealed class DoublingConverter : JsonConverter<int>
{
    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetInt32() * 2;

    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value / 2);
}

public sealed class UpperConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(string);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => new Upper();

    private sealed class Upper : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()?.ToUpperInvariant();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToLowerInvariant());
    }
}

public class Converting
{
    [JsonConverter(typeof(DoublingConverter))] public int Doubled { get; set; }

    public int Normal { get; set; }

    [JsonConverter(typeof(UpperConverterFactory))] public string? Loud { get; set; }

    public Temperature Outside { get; set; }

    public Temperature? Inside { get; set; }

    public Csv? Values { get; set; }

    public List<Temperature>? Week { get; set; }

    [JsonConverter(typeof(JsonStringEnumConverter))] public Color Color { get; set; }

    [JsonConverter(typeof(JsonNumberEnumConverter<Color>))] public Color Number { get; set; }
}
