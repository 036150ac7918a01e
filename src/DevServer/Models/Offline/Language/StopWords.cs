namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>Words that say nothing about which tool is meant, and words that say little.</summary>
internal static class StopWords
{
    private static readonly HashSet<string> Empty = Set("""
        a an the this that these those it its i you he she we they me my your our their us them there here
        be is are was were am been being do does did done have has had having can could will would shall should may might must
        of in on at to from for with without by as into onto about over under within between through during than then
        and or but not no nor if so because since until till while where which who whom whose what when why how
        please thank thanks hello hi hey ok okay just also too very really now like some any all every each both such more most other
        give show tell get fetch display want need let let's make using provide return see know take
        much many lot s t re ve ll d m im whats what's don't doesn't let
        whether include includes including
        up out off down again further once only own same one
        """);

    /// <summary>Verbs that many tools share. "Delete the user" is no reason to delete a file.</summary>
    private static readonly HashSet<string> Actions = Stemmed("""
        find search list look lookup create add delete remove send read open write run start stop update set change edit
        calculate compute query check save load call execute view browse insert count print go say tell write compare on off
        """);

    private static readonly HashSet<string> Negations = Set("no not without except don't doesn't exclude excluding never skip 不 不要 不用 没有 无需 不需要 别");

    public static bool IsStopWord(string lowerCase) => Empty.Contains(lowerCase);

    public static bool IsAction(string stem) => Actions.Contains(stem);

    public static bool IsNegation(string lowerCase) => Negations.Contains(lowerCase);

    private static HashSet<string> Set(string words) =>
        new(words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    private static HashSet<string> Stemmed(string words) => [.. Set(words).Select(Stemmer.Stem)];
}
