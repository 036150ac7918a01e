namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>English words that people use for one another, a group a line. A synonym counts for less than the word itself.</summary>
internal static class Synonyms
{
    public const double Weight = 0.75;

    private const string Groups = """
        large big huge
        small tiny little
        new recent latest
        old ancient
        folder directory dir
        file document
        mail email message inbox
        remove delete erase
        find search look locate query
        list enumerate
        read open view content
        create add register
        meeting event appointment calendar schedule agenda
        weather forecast temperature rain
        cost price
        reference usage use caller
        implement derive subclass
        define declare
        function method procedure
        error bug problem diagnostic
        warning diagnostic
        test spec
        run execute start launch
        average mean
        sum add plus total
        multiply times
        subtract minus difference
        divide quotient
        translate interpret
        picture image photo
        customer client
        user account member
        order purchase
        parcel package shipment express delivery
        reserve book
        money currency
        rate ratio
        delay late
        count number quantity amount
        time clock hour
        place location city town
        phone telephone call
        movie film
        car vehicle
        travel trip flight
        buy purchase
        transfer move send
        money dollar
        money euro
        money yuan
        money pound
        money fund
        block freeze
        light lamp
        brightness bright
        tv television
        thermostat temperature
        thermostat degree
        start begin
        stop end
        increase raise
        decrease lower
        train rail railway
        depart leave
        origin departure
        arrive arrival
        rent hire
        invoice bill
        employee staff worker
        manager boss supervisor
        vacation leave holiday
        song track music
        column field
        backup back
        restore revert undo rollback
        approve accept
        reject decline refuse
        return refund
        shop store
        vendor supplier
        salary wage pay
        due deadline
        citizen nationality
        save store
        close shut
        lose lost
        site website page
        repo repository
        job task todo
        ticket issue
        english en
        chinese zh
        japanese ja
        french fr
        german de
        spanish es
        korean ko
        russian ru
        italian it
        portuguese pt
        dollar usd
        euro eur
        yuan cny rmb
        yen jpy
        pound gbp
        """;

    private static readonly Dictionary<string, string[]> Table = Build();

    public static IReadOnlyList<string> Of(string stem) => Table.TryGetValue(stem, out var others) ? others : [];

    private static Dictionary<string, string[]> Build()
    {
        var table = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var line in Groups.Split('\n', StringSplitOptions.TrimEntries))
        {
            var stems = line.Split(' ').Select(Stemmer.Stem).ToArray();
            foreach (var stem in stems)
            {
                if (!table.TryGetValue(stem, out var others)) table[stem] = others = new(StringComparer.Ordinal);
                others.UnionWith(stems);
                others.Remove(stem);
            }
        }

        return table.ToDictionary(entry => entry.Key, entry => entry.Value.ToArray(), StringComparer.Ordinal);
    }
}
