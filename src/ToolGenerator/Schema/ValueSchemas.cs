namespace Websopy.SemanticKernel.ToolGenerator.Schema;

/// <summary>The schemas of simple values, as keywords that are told apart without a JSON parser.</summary>
internal static class ValueSchemas
{
    public const string Boolean = "type:boolean";
    public const string Integer = "type:integer";
    public const string Number = "type:number";
    public const string String = "type:string";
    public const string Array = "type:array";
    public const string Object = "type:object";
    public const string Character = "type:string\tminLength:1\tmaxLength:1";
    public const string DateTime = "type:string\tformat:\"date-time\"";
    public const string Date = "type:string\tformat:\"date\"";
    public const string Time = "type:string\tformat:\"time\"";
    public const string Guid = "type:string\tformat:\"uuid\"";
    public const string Uri = "type:string\tformat:\"uri\"";
    public const string TimeSpan = "$comment:\"Represents a System.TimeSpan value.\"\ttype:string\tpattern:\"^-?(\\\\d+\\\\.)?\\\\d{2}:\\\\d{2}:\\\\d{2}(\\\\.\\\\d{1,7})?$\"";
    public const string Version = "$comment:\"Represents a version string.\"\ttype:string\tpattern:\"^\\\\d+(\\\\.\\\\d+){1,3}$\"";

    /// <summary>The keywords and their JSON; the types without quotes.</summary>
    public static IEnumerable<(string Name, string Json)> Keywords(string? schema)
    {
        foreach (var keyword in (schema ?? "").Split(['\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = keyword.IndexOf(':');
            yield return (keyword.Substring(0, colon), keyword.Substring(colon + 1));
        }
    }
}
