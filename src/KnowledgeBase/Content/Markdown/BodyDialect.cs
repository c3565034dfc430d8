using Markdig;
using Markdig.Extensions.EmphasisExtras;

namespace KnowledgeBase.Content.Markdown;

/// <summary>What a page's configuration switches on.</summary>
/// <param name="IsExtra">Markdown Extra: footnotes, definition lists, abbreviations, heading attributes.</param>
/// <param name="BreaksLines">A line end inside a paragraph is a line break.</param>
/// <param name="HasTwig">Twig marks are recognised, so that they can be shown.</param>
/// <param name="HasGravHeadings"><c>##Heading</c> is a heading.</param>
internal readonly record struct BodyDialect(bool IsExtra, bool BreaksLines, bool HasTwig, bool HasGravHeadings)
{
    /// <summary>
    /// The pipeline. Markdig's "advanced extensions", auto identifiers and YAML front matter are left out on purpose: generic attributes and custom
    /// containers delete text of real pages without a word (<c>/v1/{project_id}/x</c>, <c>OS::Nova::ServerGroup</c>).
    /// </summary>
    public MarkdownPipeline MakePipeline(CodeColours? colours)
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UsePipeTables().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough);
        if (IsExtra)
            builder.UseDefinitionLists().UseFootnotes().UseAbbreviations();
        if (BreaksLines)
            builder.UseSoftlineBreakAsHardlineBreak();
        builder.Extensions.Add(new ContentExtension(this, colours));
        return builder.Build();
    }
}
