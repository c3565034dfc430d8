namespace KnowledgeBase.Web.Tests;

/// <summary>A small handbook with one of everything that addresses can lead to; shared by the tests that only read it.</summary>
public sealed class Handbook : IDisposable
{
    private readonly ContentOnDisk _content = new ContentOnDisk()
        .With("config/system.yaml", "home:\n  alias: /start\nlanguages:\n  supported: [en]\n")
        .With("config/site.yaml", "title: Harbour Manual\nredirects:\n  /old-shop: https://shop.example/cart\n")
        .With("pages/01.start/docs.en.md", "---\ntitle: Welcome aboard\n---\nHello.\n")
        .With("pages/02.ropes/docs.en.md", "---\ntitle: Ropes\nroutes:\n  aliases: [/lines]\ndate: '13-02-2024'\n---\n## Hemp\n\nStrong.\n\n## Nylon\n\nLight.\n\n### Wet\n\nStretches.\n\n![Knot](knot.svg)\n")
        .With("pages/02.ropes/knot.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")
        .With("pages/02.ropes/notes.txt", "0123456789")
        .With("pages/02.ropes/LICENCE", "free")
        .With("pages/02.ropes/sheet.pdf", "%PDF-")
        .With("pages/02.ropes/01.splices/docs.en.md", "---\ntitle: Splices\ndate: '07-08-2019'\n---\nText.\n")
        .With("pages/02.ropes/02.known-issues/docs.en.md", "---\ntitle: Known Issues\ntaxonomy:\n  tag: [rope]\n---\n"
            + "## Rope creaks\n\n**Problem Statement:** It makes a noise with `creak_level` high.\n\n**Affected Regions:** North, South\n\n**Solution:** Grease it.\n\n"
            + "## Rope floats\n\n**Problem Statement:** It does not sink.\n\n**Affected Regions:** all\n\n**Workaround:** Tie a stone to it.\n\n"
            + "## Rope breaks\n\n**Problem Statement:** It tears.\n\n**Solution:** There is no solution yet.\n\n"
            + "## Rope fades\n\n**Problem Statement:** It loses its colour.\n")
        .With("pages/03.anchors/docs.en.md", "---\ntitle: Anchors\n---\nHeavy.\n")
        .With("pages/03.anchors/01.known-issues/docs.en.md", "---\ntitle: Known Issues\ndate: '2024-02-13'\n---\n## Anchor drags\n\n**Problem Statement:** It slides.\n\n**Solution:** More chain.\n")
        .With("pages/04.moved/docs.en.md", "---\ntitle: Moved\nredirect: /ropes\n---\n")
        .With("pages/05.draft/docs.en.md", "---\ntitle: Draft\npublished: false\n---\nSecret.\n")
        .With("pages/06.günstig & gut/docs.en.md", "---\ntitle: Cheap\n---\nText.\n");

    public Handbook() => Site = new Site(_content.Path);

    internal Site Site { get; }

    public void Dispose()
    {
        Site.Dispose();
        _content.Dispose();
    }
}
