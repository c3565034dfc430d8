using System.Text.RegularExpressions;
using KnowledgeBase.Content.Markdown;

namespace KnowledgeBase.Issues;

/// <summary>What a solution section says: alternatives, one solution, that there is none, or nothing.</summary>
/// <param name="Alternatives">The blocks of each solution.</param>
/// <param name="Introduction">Blocks above a list of alternatives.</param>
/// <param name="Notes">Blocks below it.</param>
/// <param name="SaysNone">The section says that no solution exists.</param>
internal sealed record SolutionReading(
    IReadOnlyList<IReadOnlyList<BodyBlock>> Alternatives, IReadOnlyList<BodyBlock> Introduction, IReadOnlyList<BodyBlock> Notes, bool SaysNone);

/// <summary>Decides what counts as one solution. A number in the prose ("there are 3 possible solutions") is never believed; pages got it wrong.</summary>
internal static partial class SolutionReader
{
    private const int MaxNoneLength = 300;

    public static SolutionReading Read(IReadOnlyList<BodyBlock> section)
    {
        // A comment between label and list is nothing that anybody reads.
        var blocks = section.Where(block => block.Kind != BodyBlockKind.Other || block.Text.Length > 0).ToList();
        var text = TextOf(blocks);
        if (text.Length == 0)
            return new SolutionReading([], [], [], false);
        if (text.Length <= MaxNoneLength && !blocks.Any(IsStructured) && SaysNone(text))
            return new SolutionReading([], [], [], true);
        var list = AlternativesAt(blocks);
        if (list < 0)
            return new SolutionReading([blocks], [], [], false);
        return new SolutionReading([.. blocks[list].Items.Select(IReadOnlyList<BodyBlock> (item) => [item])], [.. blocks.Take(list)], [.. blocks.Skip(list + 1)], false);
    }

    public static string TextOf(IEnumerable<BodyBlock> blocks) => string.Join(' ', blocks.Select(block => block.Text).Where(text => text.Length > 0));

    private static bool IsStructured(BodyBlock block) => block.Kind is BodyBlockKind.List or BodyBlockKind.Code or BodyBlockKind.Table || block.HasCode;

    /// <summary>Index of the list whose items are alternatives: the first block, or the second below a line that announces them; -1 without one.</summary>
    private static int AlternativesAt(List<BodyBlock> blocks)
    {
        if (blocks[0].Kind == BodyBlockKind.List)
            return blocks[0].Items.Length > 1 ? 0 : -1;
        var isAnnounced = blocks.Count > 1 && blocks[1].Kind == BodyBlockKind.List && blocks[1].Items.Length > 1
            && blocks[0].Kind == BodyBlockKind.Paragraph && Announcement().IsMatch(blocks[0].Text);
        return isAnnounced ? 1 : -1;
    }

    private static bool SaysNone(string text) =>
        text.Trim().TrimEnd('.', '!').ToLowerInvariant() is "none" or "n/a" or "tbd" or "-" or "–" or "keine" || None().IsMatch(text);

    [GeneratedRegex(@"\b(?:solutions?|workarounds?|work-arounds?|fixes|options?|alternatives?|possibilit(?:y|ies)|ways|one of the following|either|lösungen|möglichkeiten)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Announcement();

    [GeneratedRegex(
        @"\bthere (?:is|are) (?:(?:currently|at the moment|yet|still|so far) )?no (?:(?:known|real|official|permanent) )?(?:solutions?|work-?arounds?|fix(?:es)?)\b"
        + @"|\bno (?:known )?(?:solutions?|work-?arounds?|fix(?:es)?) (?:(?:is|are) )?(?:(?:currently|yet) )?(?:available|known|exists?|possible)\b"
        + @"|\bnot (?:yet )?(?:been )?(?:solved|fixed|resolved)\b|\bunresolved\b|\bwon['’]t (?:be )?fix(?:ed)?\b"
        + @"|\bkeine (?:bekannte )?lösung\b", RegexOptions.IgnoreCase)]
    private static partial Regex None();
}
