using Markdig;
using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;

namespace KnowledgeBase.Content.Markdown;

/// <summary>All of our additions to Markdig in one place: the dialect of Grav sites, and HTML as this product writes it.</summary>
internal sealed class ContentExtension(BodyDialect dialect, CodeColours? colours) : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new DeadlineBlockParser());
        pipeline.BlockParsers.Insert(0, new NoticeParser());
        pipeline.BlockParsers.Insert(0, new ShortcodeParser());
        pipeline.BlockParsers.InsertBefore<HtmlBlockParser>(new HtmlLineParser());
        if (dialect.HasGravHeadings)
            pipeline.BlockParsers.Insert(0, new GravHeadingParser());

        pipeline.InlineParsers.InsertBefore<LinkInlineParser>(new ShortcodeInlineParser());
        if (dialect.HasTwig)
            pipeline.InlineParsers.Insert(0, new TwigInlineParser());
        pipeline.InlineParsers.Insert(0, new DeadlineInlineParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        var renderers = ((HtmlRenderer)renderer).ObjectRenderers;
        renderers.Insert(0, new NoticeRenderer());
        renderers.Insert(0, new ShortcodeRenderer());
        renderers.Replace<HeadingRenderer, Markdig.Renderers.Html.HeadingRenderer>(new HeadingRenderer());
        renderers.Replace<CodeRenderer, CodeBlockRenderer>(new CodeRenderer(colours));
        renderers.Replace<RawHtmlBlockRenderer, HtmlBlockRenderer>(new RawHtmlBlockRenderer());
        renderers.Replace<RawHtmlInlineRenderer, HtmlInlineRenderer>(new RawHtmlInlineRenderer());
        renderers.Replace<LinkRenderer, LinkInlineRenderer>(new LinkRenderer());
        renderers.Replace<AutolinkRenderer, AutolinkInlineRenderer>(new AutolinkRenderer());
        renderers.Replace<AbbreviationRenderer, HtmlAbbreviationRenderer>(new AbbreviationRenderer());
        renderers.Replace<ScrollingTableRenderer, HtmlTableRenderer>(new ScrollingTableRenderer());
    }
}

file static class RendererCollection
{
    public static void Replace<TNew, TOld>(this ObjectRendererCollection renderers, TNew renderer)
        where TNew : IMarkdownObjectRenderer
        where TOld : IMarkdownObjectRenderer
    {
        if (renderers.FindExact<TOld>() is { } old)
            renderers.Remove(old);
        renderers.Insert(0, renderer);
    }
}
