using KnowledgeBase.Content.Markdown;

namespace KnowledgeBase.Issues;

/// <summary>
/// Finds the issues among a page's blocks. Labels decide, not headings: the first label below a heading opens an issue owned by the innermost heading;
/// it ends at the next heading of its level or above, so that a deeper heading between problem and solution does not tear it apart.
/// </summary>
internal static class IssueReader
{
    public static List<IssueDraft> Read(IEnumerable<BodyBlock> blocks)
    {
        var issues = new List<IssueDraft>();
        BodyBlock? heading = null;
        var preamble = new List<BodyBlock>();
        IssueDraft? open = null;
        foreach (var block in blocks)
        {
            if (block.Kind == BodyBlockKind.Heading)
            {
                if (open is not null && block.Level > open.Heading.Level)
                {
                    AddHeading(open, block);
                    continue;
                }
                (heading, preamble, open) = (block, [], null);
                continue;
            }
            var label = block.Label;
            if (label is not null && (heading is not null || open is not null) && KnownKind(label) is { } kind)
            {
                if (open is null)
                    issues.Add(open = new IssueDraft(heading!, preamble));
                open.Sections.Add(Section(label.Text, kind, block));
            }
            else if (open is not null && label is { HasColon: true, StandsAlone: true })
            {
                open.Sections.Add(Section(label.Text, IssueSectionKind.Custom, block));
            }
            else if (open is not null)
            {
                open.Add(block);
            }
            else
            {
                preamble.Add(block);
            }
        }
        issues.RemoveAll(issue => !issue.Counts);
        return issues;
    }

    /// <summary>
    /// Headings of a page of known issues that nobody labelled, at the level of the labelled ones: each with text of its own is an issue, and all of its
    /// text, also below deeper headings, is the problem.
    /// </summary>
    public static List<IssueDraft> ReadUnlabelled(IReadOnlyList<BodyBlock> blocks, List<IssueDraft> labelled)
    {
        var taken = labelled.SelectMany(issue => issue.Blocks).ToHashSet();
        var levels = labelled.Select(issue => issue.Heading.Level).ToHashSet();
        if (levels.Count == 0)
            levels.Add(DeepestLevelWithText(blocks));
        var found = new List<IssueDraft>();
        List<BodyBlock>? open = null;
        var level = 0;
        for (var index = 0; index < blocks.Count; index++)
        {
            var block = blocks[index];
            if (block.Kind == BodyBlockKind.Heading && (open is null || block.Level <= level))
            {
                var isIssue = levels.Contains(block.Level) && !taken.Contains(block) && HasOwnText(blocks, index);
                (open, level) = (isIssue ? [] : null, block.Level);
                if (open is not null)
                    found.Add(new IssueDraft(block, open));
            }
            else
            {
                open?.Add(block);
            }
        }
        return found;
    }

    private static bool HasOwnText(IReadOnlyList<BodyBlock> blocks, int heading) => heading + 1 < blocks.Count && blocks[heading + 1].Kind != BodyBlockKind.Heading;

    private static int DeepestLevelWithText(IReadOnlyList<BodyBlock> blocks) =>
        Enumerable.Range(0, blocks.Count).Where(index => blocks[index].Kind == BodyBlockKind.Heading && HasOwnText(blocks, index)).Select(index => blocks[index].Level).DefaultIfEmpty().Max();

    private static IssueSectionKind? KnownKind(BlockLabel label) => label.HasColon || label.StandsAlone ? LabelTable.KindOf(label.Text) : null;

    private static SectionDraft Section(string label, IssueSectionKind kind, BodyBlock block)
    {
        var section = new SectionDraft(label, kind, block.Line);
        if (block.Rest is { } rest)
            section.Blocks.Add(rest);
        return section;
    }

    private static void AddHeading(IssueDraft open, BodyBlock heading)
    {
        if (LabelTable.KindOf(heading.Text) is { } kind)
            open.Sections.Add(new SectionDraft(heading.Text.TrimEnd(':').TrimEnd(), kind, heading.Line, heading.Id));
        else
            open.Add(heading);
    }
}
