using KnowledgeBase.Content.Markdown;

namespace KnowledgeBase.Issues;

/// <summary>An issue while its blocks are being collected; ends in a <see cref="KnownIssue"/>.</summary>
internal sealed class IssueDraft(BodyBlock heading, IReadOnlyList<BodyBlock> preamble)
{
    public BodyBlock Heading { get; } = heading;

    /// <summary>Blocks between the heading and the first label.</summary>
    public IReadOnlyList<BodyBlock> Preamble { get; } = preamble;

    public List<SectionDraft> Sections { get; } = [];

    /// <summary>Whether it says what goes wrong or what helps; otherwise it is just a section with a bold line.</summary>
    public bool Counts => Sections.Exists(section => section.IsSolution || section.Kind == IssueSectionKind.Problem);

    public IEnumerable<BodyBlock> Blocks => Preamble.Concat(Sections.SelectMany(section => section.Blocks)).Prepend(Heading);

    public void Add(BodyBlock block) => Sections[^1].Blocks.Add(block);
}

/// <summary>A labelled part while its blocks are being collected.</summary>
/// <param name="Anchor">The id of a heading that is the label.</param>
internal sealed record SectionDraft(string Label, IssueSectionKind Kind, int Line, string? Anchor = null)
{
    public List<BodyBlock> Blocks { get; } = [];

    /// <summary>Whether it says what helps.</summary>
    public bool IsSolution => Kind is IssueSectionKind.Solution or IssueSectionKind.Workaround;
}
