using System.Text.Json;
using System.Text.Json.Nodes;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>Writes JSON as text for people: arrays of objects as a Markdown table, other arrays and objects as lists.</summary>
internal static class ResultFormatter
{
    private const int MaxRows = 50;
    private const int MaxColumns = 8;
    private const int MaxCell = 120;
    private const int MaxDepth = 4;

    /// <param name="node">The result.</param>
    /// <param name="maxLength">The most characters written, apart from the note of what is left out.</param>
    /// <param name="phrases">The language of that note.</param>
    public static string Format(JsonNode? node, int maxLength, Phrases phrases)
    {
        var text = new BoundedText(maxLength);
        var left = node switch
        {
            JsonArray { Count: 0 } => Note(text, phrases.Empty),
            JsonArray array when array.All(item => item is JsonObject { Count: > 0 }) => Table(array, text),
            JsonArray array => List(array, text),
            JsonObject { Count: 0 } => Note(text, phrases.Empty),
            JsonObject map => Properties(map, text),
            _ => Scalar(node, text, phrases),
        };
        return left > 0 ? text + "\n" + phrases.LeftOut(left) : text.IsFull ? text + "\n" + phrases.Shortened : text.ToString();
    }

    private static int Note(BoundedText text, string note)
    {
        text.AppendPart(note);
        return 0;
    }

    private static int Scalar(JsonNode? node, BoundedText text, Phrases phrases)
    {
        var value = Text(node);
        text.AppendPart(value.Length == 0 ? phrases.Empty : value);
        return 0;
    }

    private static int Table(JsonArray rows, BoundedText text)
    {
        var columns = rows.Take(MaxRows).SelectMany(row => row!.AsObject().Select(property => property.Key)).Distinct().Take(MaxColumns).ToList();
        text.TryAppend("| " + string.Join(" | ", columns.Select(Cell)) + " |\n|" + string.Concat(columns.Select(_ => " --- |")));
        var written = 0;
        foreach (var row in rows.Take(MaxRows))
        {
            var map = row!.AsObject();
            if (!text.TryAppend("\n| " + string.Join(" | ", columns.Select(column => Cell(Compact(map[column], 0)))) + " |")) break;
            written++;
        }

        return rows.Count - written;
    }

    private static int List(JsonArray items, BoundedText text)
    {
        var written = 0;
        foreach (var item in items.Take(MaxRows))
        {
            var line = (written == 0 ? "- " : "\n- ") + Compact(item, 0);
            if (written == 0 && line.Length > text.Room) text.AppendPart(line);
            else if (!text.TryAppend(line)) break;
            written++;
        }

        return items.Count - written;
    }

    private static int Properties(JsonObject map, BoundedText text)
    {
        var written = 0;
        foreach (var (name, value) in map.Take(MaxRows))
        {
            var isTable = value is JsonArray { Count: > 0 } array && array.All(item => item is JsonObject { Count: > 0 });
            var line = (written == 0 ? "" : "\n") + "- " + name + ": ";
            if (isTable)
            {
                if (!text.TryAppend(line + "\n\n")) break;
                var left = Table((JsonArray)value!, text);
                if (left > 0) return left;
                text.TryAppend("\n");
            }
            else if (line.Length + 200 > text.Room || !text.TryAppend(line + Compact(value, 1)))
            {
                text.AppendPart(line + Compact(value, 1));
                if (text.IsFull) return map.Count - written - 1;
            }

            written++;
        }

        return map.Count - written;
    }

    private static string Compact(JsonNode? node, int depth) => node switch
    {
        JsonObject when depth >= MaxDepth => "{…}",
        JsonArray when depth >= MaxDepth => "[…]",
        JsonObject map => string.Join(", ", map.Take(MaxColumns).Select(property => property.Key + ": " + Compact(property.Value, depth + 1))) + (map.Count > MaxColumns ? ", …" : ""),
        JsonArray array => string.Join(", ", array.Take(MaxRows).Select(item => Compact(item, depth + 1))) + (array.Count > MaxRows ? ", …" : ""),
        _ => Text(node),
    };

    private static string Text(JsonNode? node) => node is null ? "" : node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString();

    private static string Cell(string text)
    {
        var line = text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
        return line.Length <= MaxCell ? line : line[..MaxCell] + "…";
    }
}
