namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>A word of a text that says something: where it stands, and the terms that stand for it.</summary>
/// <param name="Start">Position of the first character.</param>
/// <param name="Length">Characters.</param>
/// <param name="Terms">Stems, or Chinese bigrams; any one of them is the concept.</param>
internal readonly record struct Concept(int Start, int Length, string[] Terms)
{
    public int End => Start + Length;

    /// <summary>Whether it is one of the verbs that many tools share; the Chinese terms beside the English say the same again.</summary>
    public bool IsAction => Terms.Any(StopWords.IsAction) && Array.TrueForAll(Terms, term => RequestText.IsHan(term[0]) || StopWords.IsAction(term));

    public bool Overlaps(int start, int end) => Start < end && start < End;
}
