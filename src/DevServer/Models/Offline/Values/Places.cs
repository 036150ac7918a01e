namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>Place names and the time zones they are in, from the machine's time zones and <see cref="PlaceTable"/>.</summary>
internal static class Places
{
    private static readonly Lazy<Dictionary<string, string>> Table = new(Build);
    private static readonly Lazy<HashSet<string>> Ids = new(() => new(IanaIds(), StringComparer.OrdinalIgnoreCase));

    /// <summary>The longest Chinese name, in characters.</summary>
    public const int MaxHanLength = 8;

    public static string? ZoneOf(string place) => Table.Value.GetValueOrDefault(place);

    public static string? ZoneId(string text) => Ids.Value.TryGetValue(text, out var id) ? id : null;

    private static Dictionary<string, string> Build()
    {
        var table = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in PlaceTable.Entries.Split('\n', StringSplitOptions.TrimEntries))
        {
            var parts = line.Split('=');
            foreach (var place in parts[1].Split(' ')) table[place.Replace('_', ' ')] = parts[0];
            if (parts[0].Contains('/', StringComparison.Ordinal)) table.TryAdd(City(parts[0]), parts[0]);
        }

        foreach (var id in IanaIds())
        {
            if (IsRegional(id)) table.TryAdd(City(id), id);
        }

        return table;
    }

    /// <summary>Ids as they are, and on Windows the IANA id of each of its zones. Sorted, since an order of the system's is no rule.</summary>
    private static IEnumerable<string> IanaIds() => TimeZoneInfo.GetSystemTimeZones()
        .Select(zone => zone.HasIanaId ? zone.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana) ? iana : zone.Id)
        .Order(StringComparer.Ordinal);

    private static bool IsRegional(string id)
    {
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && id[..slash] is "Africa" or "America" or "Antarctica" or "Arctic" or "Asia" or "Atlantic" or "Australia"
            or "Europe" or "Indian" or "Pacific" && City(id).Length > 3 && City(id) is not ("North" or "South" or "West" or "Center" or "Easter");
    }

    private static string City(string id) => id[(id.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
