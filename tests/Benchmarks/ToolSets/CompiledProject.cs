using System.Globalization;
using System.Text;

namespace Websopy.SemanticKernel.Benchmarks.ToolSets;

/// <summary>The source of a project with many tools.</summary>
internal static class CompiledProject
{
    public const int Sets = 10;
    public const int ToolsOfSet = 50;

    /// <summary>Signatures of every kind, each ten times in a set: parameters, result, and what is returned.</summary>
    private static readonly (string Parameters, string Result, string Value)[] Signatures =
    [
        ("[Description(\"What to look for.\")] string text, [Description(\"How many at most.\")] int limit = 10, bool exact = false", "string", "$\"{text} {limit} {exact}\""),
        ("[Description(\"The state.\")] State# state, int? page = null, State# other = State#.Open", "Task<Entry#[]>", "await LoadAsync(page ?? (int)state + (int)other)"),
        ("[Description(\"The entry.\")] Entry# entry, CancellationToken cancellationToken = default", "Task<Entry#>", "(await LoadAsync(1, cancellationToken))[0] with { Title = entry.Title }"),
        ("[Description(\"The entries' numbers.\")] List<int> numbers, [Description(\"The tags.\")] string[] tags, double weight = 0.5", "List<string>", "[.. tags, $\"{numbers.Count * weight}\"]"),
        ("Guid id, [Description(\"Since when.\")] DateTimeOffset since, Dictionary<string, string>? filters = null", "Page#", "new([], since, filters?.Count ?? id.GetHashCode())"),
    ];

    private const string Body = """

                var known = new List<Entry#>();
                foreach (var (key, found) in _entries)
                {
                    if (found.State == State#.Lost || found.Tags is not { Count: > 0 }) continue;
                    if (found.Title.Contains("number", StringComparison.OrdinalIgnoreCase)) known.Add(found with { Number = key });
                }

                var newest = known.OrderByDescending(found => found.Number).Select(found => $"{found.Number}: {found.Title}").FirstOrDefault();
                _log.Add($"{newest ?? "nothing"} of {known.Count}");
        """;

    /// <summary>The files of the tool sets.</summary>
    /// <param name="isBare">Whether the methods have next to no bodies, instead of ten lines.</param>
    public static IEnumerable<string> Files(bool isBare) => Enumerable.Range(0, Sets).Select(set => File(set, isBare));

    /// <summary>A file without tools, which somebody edits.</summary>
    public static string OtherFile(int edit) => $"namespace Project;\n\ninternal static class Other\n{{\n    public static int Edit => {Number(edit)};\n}}\n";

    private static string File(int set, bool isBare)
    {
        var number = Number(set);
        var source = new StringBuilder("""
            using System;
            using System.Collections.Generic;
            using System.ComponentModel;
            using System.Linq;
            using System.Text.Json.Serialization;
            using System.Threading;
            using System.Threading.Tasks;
            using Websopy.SemanticKernel;

            namespace Project;

            /// <summary>The state of an entry.</summary>
            [JsonConverter(typeof(JsonStringEnumConverter<State#>))]
            public enum State# { Open, Closed, Lost }

            /// <summary>An entry.</summary>
            public sealed record Entry#(int Number, string Title, State# State, string? Note = null, IReadOnlyList<string>? Tags = null);

            /// <summary>Some entries of many.</summary>
            public sealed record Page#(Entry#[] Entries, DateTimeOffset Since, int Total);

            /// <summary>The tools of a part of the project.</summary>
            [ToolSet]
            public sealed class Tools#
            {
                private readonly Dictionary<int, Entry#> _entries = [];

                private readonly List<string> _log = [];

                private async Task<Entry#[]> LoadAsync(int number, CancellationToken cancellationToken = default)
                {
                    await Task.Delay(number, cancellationToken);
                    return [_entries[number]];
                }

            """.Replace("#", number, StringComparison.Ordinal));
        for (var tool = 0; tool < ToolsOfSet; tool++) AppendTool(source, tool, number, isBare);
        return source.Append("}\n").ToString();
    }

    private static void AppendTool(StringBuilder source, int tool, string set, bool isBare)
    {
        var (parameters, result, value) = Signatures[tool % Signatures.Length];
        var isTask = result.StartsWith("Task", StringComparison.Ordinal);
        source.Append($$"""

                /// <summary>Does number {{tool}} of what the set can do.</summary>
                [Tool]
                [Description("Does number {{tool}} of what the set can do.")]
                public {{(isTask ? "async " : "")}}{{result}} DoNumber{{tool}}{{(isTask ? "Async" : "")}}({{parameters}})
                {
                    if (_entries.Count > {{tool}}) throw new InvalidOperationException("There are too many entries.");{{(isBare ? "" : Body)}}
                    return {{value}};
                }

            """.Replace("#", set, StringComparison.Ordinal));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
