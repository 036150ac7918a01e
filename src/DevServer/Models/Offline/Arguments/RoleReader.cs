namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>Tells what a parameter is for: by type and format, then by its name, then by its description.</summary>
internal static class RoleReader
{
    // In order: the first row that a term is in wins.
    private static readonly (ParameterRole Role, HashSet<string> Terms)[] ByTerm =
    [
        (ParameterRole.Zone, Set("zone timezone tz")),
        (ParameterRole.Pattern, Set("pattern glob wildcard mask")),
        (ParameterRole.Extension, Set("extension ext suffix")),
        (ParameterRole.Email, Set("email mail recipient addressee attendee cc bcc")),
        (ParameterRole.Url, Set("url uri link href website")),
        (ParameterRole.Path, Set("path folder directory dir file filename root project solution")),
        (ParameterRole.Place, Set("city place location country town region destination")),
        (ParameterRole.Identifier, Set("symbol identifier class method interface member function namespace")),
        (ParameterRole.Query, Set("query text question message prompt input search keyword term content body phrase sentence q")),
        (ParameterRole.Id, Set("id number no code key version sku reference isbn")),
        (ParameterRole.Date, Set("date day")),
        (ParameterRole.Time, Set("time")),
        (ParameterRole.Name, Set("name title subject product customer user person label item author symbol ticker topic")),
    ];

    // A description mentions much; only these are taken from it.
    private static readonly ParameterRole[] Described =
        [ParameterRole.Zone, ParameterRole.Pattern, ParameterRole.Email, ParameterRole.Url, ParameterRole.Path, ParameterRole.Place, ParameterRole.Identifier, ParameterRole.Id];

    private static readonly HashSet<string> SearchTerms = Set("query question prompt search keyword term q phrase find look ask");
    private static readonly HashSet<string> WrittenTerms = Set("message content body comment note");

    private static readonly HashSet<string> CountTerms = Set("count limit top max maximum take amount quantity total results size n");

    public static ParameterRole Read(ParameterSchema value, IReadOnlyList<string> name, IReadOnlyList<string> description)
    {
        if (value.Enum.Count > 0) return ParameterRole.Choice;
        switch (value.MainType)
        {
            case "boolean": return ParameterRole.Boolean;
            case "integer" or "number": return name.Any(CountTerms.Contains) ? ParameterRole.Count : ParameterRole.Number;
        }

        return ByFormat(value.Format) ?? ByName(name) ?? ByDescription(description) ?? ParameterRole.Free;
    }

    /// <summary>Whether a text is one to look for or to ask, and not one to write.</summary>
    public static bool IsSearch(IReadOnlyList<string> name, IReadOnlyList<string> description) =>
        name.Any(SearchTerms.Contains) || (!name.Any(WrittenTerms.Contains) && description.Any(SearchTerms.Contains));

    private static ParameterRole? ByFormat(string? format) => format switch
    {
        "email" or "idn-email" => ParameterRole.Email,
        "uri" or "url" or "uri-reference" or "iri" => ParameterRole.Url,
        "date" => ParameterRole.Date,
        "time" => ParameterRole.Time,
        "date-time" => ParameterRole.DateTime,
        _ => null,
    };

    private static ParameterRole? ByName(IReadOnlyList<string> terms)
    {
        foreach (var (role, words) in ByTerm)
        {
            if (terms.Any(words.Contains)) return role;
        }

        return null;
    }

    /// <summary>The first telling word counts: "E-mail address of the sender's city" is an e-mail address.</summary>
    private static ParameterRole? ByDescription(IReadOnlyList<string> terms)
    {
        foreach (var term in terms)
        {
            foreach (var role in Described)
            {
                if (Array.Find(ByTerm, row => row.Role == role).Terms.Contains(term)) return role;
            }
        }

        return null;
    }

    private static HashSet<string> Set(string words) => [.. words.Split(' ').Select(Stemmer.Stem)];
}
