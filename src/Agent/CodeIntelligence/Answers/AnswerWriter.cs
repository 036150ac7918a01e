using System.Globalization;

namespace Websopy.SemanticKernel.CodeIntelligence.Answers;

/// <summary>Writes as much of a draft as a budget of tokens allows, and says so when that is not all.</summary>
/// <remarks>
/// Lines are counted one by one. The encoding splits a text into words before it encodes them, and a word does not go on
/// after a line's end unless the next line is blank or begins with a slash, so that the sum is almost always exact. Because
/// it is not always, the whole is counted once more at the end, and items are taken off until it fits.
/// </remarks>
internal static class AnswerWriter
{
    public static string Write(AnswerDraft draft, int maxTokens)
    {
        TokenBudget.Check(maxTokens);
        var head = Head(draft, maxTokens);
        var used = head.Sum(Cost);
        var costs = ItemCosts(draft, maxTokens - used);
        for (var shown = MostThatFit(draft, costs, used, maxTokens); shown >= 0; shown--)
        {
            var text = Compose(head, draft, shown, Notice(draft, shown, maxTokens));
            if (TokenCounter.Count(text) <= maxTokens)
            {
                return text;
            }
        }

        return Short(draft.Total, 0);
    }

    /// <summary>Whether nothing has to be left out.</summary>
    public static bool Fits(AnswerDraft draft, int maxTokens)
    {
        var head = Head(draft, maxTokens);
        return draft.LeftOut(draft.Items.Length) is null
            && ItemCosts(draft, maxTokens - head.Sum(Cost)).Length == draft.Items.Length + 1
            && TokenCounter.Count(Compose(head, draft, draft.Items.Length, null)) <= maxTokens;
    }

    /// <summary>The title and the notes, in at most half of the budget: the rest is for a notice and, with luck, an item.</summary>
    private static string[] Head(AnswerDraft draft, int maxTokens)
    {
        var title = AnswerText.Line(draft.Title);
        var limit = maxTokens / 3;
        return [TokenCounter.Count(title) <= limit ? title : TokenCounter.Take(title, limit - 1) + "…", .. HealthLines.Write(draft.Health, maxTokens / 5)];
    }

    /// <summary>What the first items take together, for every number of them that could fit.</summary>
    private static int[] ItemCosts(AnswerDraft draft, int budget)
    {
        List<int> sums = [0];
        for (var i = 0; i < draft.Items.Length; i++)
        {
            var heading = HeadingOf(draft, i);
            var sum = sums[i] + Cost(draft.Items[i].Text) + (heading is null ? 0 : Cost(heading));
            if (sum > budget)
            {
                break;
            }

            sums.Add(sum);
        }

        return [.. sums];
    }

    private static int MostThatFit(AnswerDraft draft, int[] costs, int used, int maxTokens)
    {
        var shown = costs.Length - 1;
        while (shown > 0 && Notice(draft, shown, maxTokens) is { } notice && used + costs[shown] + Cost(notice) > maxTokens)
        {
            shown--;
        }

        return shown;
    }

    private static string? Notice(AnswerDraft draft, int shown, int maxTokens) =>
        draft.LeftOut(shown) is not { } text ? null
        : TokenCounter.Count(text) <= maxTokens * 2 / 5 ? text
        : Short(draft.Total, shown);

    private static string Short(int count, int shown) => count == shown
        ? "… more is left out; narrow the question."
        : string.Create(CultureInfo.InvariantCulture, $"… {count - shown} left out; raise maxTokens.");

    private static string? HeadingOf(AnswerDraft draft, int index) =>
        draft.Items[index].Heading is { } heading && (index == 0 || draft.Items[index - 1].Heading != heading) ? heading : null;

    private static int Cost(string line) => TokenCounter.Count(line + "\n");

    private static string Compose(string[] head, AnswerDraft draft, int shown, string? notice)
    {
        List<string> lines = [.. head];
        for (var i = 0; i < shown; i++)
        {
            if (HeadingOf(draft, i) is { } heading)
            {
                lines.Add(heading);
            }

            lines.Add(draft.Items[i].Text);
        }

        if (notice is not null)
        {
            lines.Add(notice);
        }

        return string.Join('\n', lines);
    }
}
