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

    /// <summary>Headings of a page of known issues that nobody labelled: each with text of its own is an issue whose whole text is the problem.</summary>
    public static List<IssueDraft> ReadUnlabelled(IReadOnlyList<BodyBlock> blocks, List<IssueDraft> labelled)
    {
        var owners = labelled.Select(issue => issue.Heading.Line).ToHashSet();
        var levels = labelled.Select(issue => issue.Heading.Level).ToHashSet();
        var bodies = Bodies(blocks);
        if (levels.Count == 0 && bodies.Count > 0)
            levels.Add(bodies.Max(body => body.Heading.Level));
        return
        [
            .. bodies.Where(body => levels.Contains(body.Heading.Level) && !owners.Contains(body.Heading.Line) && !IsInside(body.Heading, labelled))
                .Select(body => new IssueDraft(body.Heading, body.Blocks)),
        ];
    }

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

    private static List<(BodyBlock Heading, List<BodyBlock> Blocks)> Bodies(IReadOnlyList<BodyBlock> blocks)
    {
        var bodies = new List<(BodyBlock Heading, List<BodyBlock> Blocks)>();
        foreach (var block in blocks)
        {
            if (block.Kind == BodyBlockKind.Heading)
                bodies.Add((block, []));
            else if (bodies.Count > 0)
                bodies[^1].Blocks.Add(block);
        }
        bodies.RemoveAll(body => body.Blocks.Count == 0);
        return bodies;
    }

    private static bool IsInside(BodyBlock heading, List<IssueDraft> labelled) =>
        labelled.Exists(issue => issue.Blocks.Any(block => block.Kind == BodyBlockKind.Heading && block.Line == heading.Line && block.Part == heading.Part));
}
