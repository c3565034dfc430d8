using System.Collections.Immutable;

namespace KnowledgeBase.Browser.Tests;

/// <summary>
/// What a hostile author might write, in every place where authors write: payloads that would run a script if they got through, times places. A script of
/// each sets off the browser's <c>alert</c>.
/// </summary>
internal static class AttackCorpus
{
    private static readonly string[] Handlers =
    [
        "img src=x onerror=alert(1)", "img src=x onerror = 'alert(1)'", "img/src=x/onerror=alert(1)", "IMG SRC=x OnErRoR=alert(1)", "img src=x:x onerror\t=\talert(1)", "svg onload=alert(1)", "svg/onload=alert(1)",
        "body onload=alert(1)", "input autofocus onfocus=alert(1)", "details open ontoggle=alert(1)", "video src=x onerror=alert(1)", "audio src=x onerror=alert(1)", "object data=javascript:alert(1)",
        "embed src=javascript:alert(1)", "iframe src=javascript:alert(1)", "iframe srcdoc='&lt;script>alert(1)&lt;/script>'", "base href=javascript:alert(1)//", "marquee onstart=alert(1)", "x onclick=alert(1) tabindex=1 onfocus=alert(1) autofocus",
        "div style=width:expression(alert(1))", "meta http-equiv=refresh content='0;url=javascript:alert(1)'", "link rel=stylesheet href=javascript:alert(1)", "a href=javascript:alert(1) autofocus onfocus=alert(1)", "b onmouseover=alert(1)",
        "select autofocus onfocus=alert(1)", "textarea autofocus onfocus=alert(1)", "form action=javascript:alert(1)", "button onclick=alert(1) autofocus onfocus=alert(1)", "math href=javascript:alert(1)",
    ];

    private static readonly string[] Texts =
    [
        .. Handlers.Select(handler => $"<{handler}>"),
        "<script>alert(1)</script>", "<ScRiPt>alert(1)</sCrIpT>", "<script src=data:text/javascript,alert(1)></script>", "<script/x>alert(1)</script>", "<scr<script>ipt>alert(1)</script>", "<<script>alert(1)//<</script>",
        "\"><script>alert(1)</script>", "'><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)' autofocus onfocus='alert(1)", "\" onmouseover=\"alert(1)\" autofocus onfocus=\"alert(1)",
        "--><script>alert(1)</script><!--", "</title><script>alert(1)</script>", "</style><script>alert(1)</script>", "</textarea><script>alert(1)</script>", "</script><script>alert(1)</script>", "]]><script>alert(1)</script>",
        "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;alert(1)&#60;/script&#62;", "<svg><script>alert(1)</script></svg>", "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>", "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<xmp><img src=x onerror=alert(1)></xmp>", "<plaintext><img src=x onerror=alert(1)>", "<template><script>alert(1)</script></template>", "<!--><img src=x onerror=alert(1)>-->", "<?x><img src=x onerror=alert(1)>", "{{ constructor.constructor('alert(1)')() }}",
        "[x](javascript:alert(1))", "`<script>alert(1)</script>", "[color=red\" onmouseover=\"alert(1)]x[/color]", "<b><script>alert(1)</b></script>", "\\<script>alert(1)</script>", "<a href=\"x\" title='\"><img src=x onerror=alert(1)>'>x</a>",
    ];

    private static readonly string[] Addresses =
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "\u0001javascript:alert(1)", "javascript&colon;alert(1)", "java&#115;cript:alert(1)", "javascript&#x3A;alert(1)", "java&Tab;script:alert(1)", "javascript%3Aalert(1)",
        "javascript://%0aalert(1)", "javascript:alert(1)//https://example.org", "vbscript:alert(1)", "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==", "data:image/svg+xml,<svg onload=alert(1)>",
        "x\" onerror=\"alert(1)", "x' onerror='alert(1)", "x\"onmouseover=\"alert(1)\"autofocus=\"\"onfocus=\"alert(1)", "//example.org\" onmouseover=\"alert(1)", "view-source:javascript:alert(1)", "blob:javascript:alert(1)", "feed:javascript:alert(1)",
        "pic.png?classes=a\" onload=\"alert(1)", "pic.png?id=x%22%20onload=%22alert(1)", "?id=\"onclick=alert(1)", "#\" onclick=\"alert(1)", "/x><script>alert(1)</script>", "<script>alert(1)</script>",
    ];

    /// <summary>Where a text may stand; of the text, a whole page file.</summary>
    private static readonly ImmutableArray<Func<string, string>> PlacesOfTexts =
    [
        text => Body(text), text => Body($"Words {text} and **{text}**."), text => Body($"## {text}\n\nText."), text => Body($"* {text}\n* [{text}](/)"), text => Body($"| A | {text.Replace("|", "", StringComparison.Ordinal)} |\n|---|---|\n| {text} | b |"),
        text => Body($"! {text}\n\n!!!! [{text}](#)"), text => Body($"> {text}"), text => Body($"[{text}](/page)"), text => Body($"![{text}](none.png \"{text}\")"), text => Body($"```{text}\ncode {text}\n```"), text => Body($"`{text}` <div>{text}</div>"),
        text => Body($"[color={text}]{text}[/color] [ui-tabs][ui-tab title=\"{text}\"]{text}[/ui-tab][/ui-tabs]"), text => Body($"<div markdown=\"1\">\n{text}\n</div>\n\n<details><summary>{text}</summary>{text}</details>"),
        text => Body($"1. > {text}\n\n   {text}\n\nTerm\n: {text}\n\nNote[^1]\n\n[^1]: {text}"),
        text => Header($"title: {Quoted(text)}"), text => Header($"title: Page\nmenu: {Quoted(text)}"), text => Header($"title: Page\nvisible: false\ntaxonomy:\n  category: [{Quoted(text)}]\n  tag: [{Quoted(text)}]"),
        text => Header($"title: Page\nvisible: false\nsummary: {Quoted(text)}\nmetadata:\n  description: {Quoted(text)}\ndate: {Quoted(text)}"),
        text => Header($"title: Page\nvisible: false\nslug: {Quoted(text)}"), text => Header($"title: Page\nvisible: false\nroutes:\n  default: {Quoted("/" + text)}\n  aliases: [{Quoted("/" + text)}]"),
        text => Body($"![x](<{Name(text)}.png>) [x](<{Name(text)}.txt> \"{text}\")"),
        text => Body($"## {text}\n\n**Affected Regions:**\n{text}\n\n**Problem Statement:**\n{text}\n\n**Fixed in:** {text}\n\n**{text}:**\n{text}\n\n**Solutions:**\n\n* {text}\n* `{text}`"),
    ];

    private static readonly ImmutableArray<Func<string, string>> PlacesOfAddresses =
    [
        address => Body($"[x]({address})"), address => Body($"[x](<{address}> \"{address}\")"), address => Body($"![x]({address})"), address => Body($"[x][1] ![y][1]\n\n[1]: {address}"), address => Body($"<{address}>"),
        address => Body($"<a href=\"{address}\">x</a> <img src='{address}'>"), address => Header($"title: Page\nvisible: false\nroutes:\n  aliases: [{Quoted(address)}]"), address => Header($"title: Page\nexternal_url: {Quoted(address)}"),
        address => Body($"[plugin:content-inject]({address}) [x]({address}#a) [x](/page?{address})"), address => Header($"title: Page\nvisible: false\nredirect: {Quoted(address)}"),
    ];

    /// <summary>How many strings it holds: payloads times places.</summary>
    public static int Count => CountOfPages + (Texts.Length * WizardAttacks.Places) + Texts.Length + Addresses.Length;

    /// <summary>How many of them have a page of their own.</summary>
    public static int CountOfPages => (Texts.Length * PlacesOfTexts.Length) + (Addresses.Length * PlacesOfAddresses.Length);

    public static int CountOfTopics => Texts.Length;

    /// <summary>Where the rest of them is shown: questions and results of the wizard, results of a search by synonym, redirects of the configuration.</summary>
    public static IEnumerable<string> OtherAddresses => WizardAttacks.Addresses(Texts.Length).Concat(Texts.Select((_, index) => $"/search?q={Synonym(index)}")).Concat(["/search?q=attack&tag=x", "/issues", "/issues?tag=x", "/issues.atom", "/sitemap.xml", "/llms.txt", "/nowhere", "/"]);

    /// <summary>Addresses of the site that the configuration redirects to the attacks among addresses.</summary>
    public static IEnumerable<string> ConfiguredRedirects => Addresses.Select((_, index) => $"/redirect{index}");

    /// <summary>What a visitor may send in an address.</summary>
    public static IEnumerable<string> Payloads => Texts.Concat(Addresses);

    /// <summary>Writes a page for each, and files whose names are attacks.</summary>
    public static void Write(ContentFolder content)
    {
        var pages = Texts.SelectMany(_ => PlacesOfTexts, (text, place) => place(text)).Concat(Addresses.SelectMany(_ => PlacesOfAddresses, (address, place) => place(address)));
        foreach (var (index, page) in pages.Index())
            content.With($"pages/{(index / 60) + 10:00}.part{index / 60}/{(index % 60) + 1:00}.attack{index}/default.md", page);
        foreach (var text in Texts.Select(Name).Distinct())
            content.With($"pages/03.files/{text}.png", "no picture").With($"pages/03.files/{text}.txt", "text");
        WizardAttacks.Write(content, Texts);
        content.With("search/synonyms.txt", string.Concat(Texts.Select((text, index) => $"{Synonym(index)}, {text.Replace(",", "", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal)}\n")))
            .With("config/site.yaml", $"title: {Quoted(SiteTitle)}\nauthor: {{name: {Quoted(SiteTitle)}, email: {Quoted(SiteTitle)}}}\nmetadata: {{description: {Quoted(SiteTitle)}}}\nredirects:\n{string.Concat(Addresses.Select((address, index) => $"  /redirect{index}: {Quoted(address)}\n"))}")
            .With("pages/03.files/default.md", "---\ntitle: Files\n---\nText.\n");
        foreach (var (index, text) in Texts.Index())
            content.With($"pages/90.names/{index:00}.a{text.Replace('/', '_').Replace(':', '_')}/default.md", $"---\nvisible: false\n---\n[file](a.bin)\n");
        content.With("pages/90.names/default.md", "---\ntitle: Names\n---\nFolders.\n").With("pages/01.home/default.md", "---\ntitle: Home\n---\nHello.\n").With("pages/02.page/default.md", "---\ntitle: Page\n---\n![x](pic.png)\n");
    }

    /// <summary>Drawings that carry scripts.</summary>
    public static ImmutableArray<string> Drawings { get; } =
    [
        "<svg xmlns='http://www.w3.org/2000/svg'><a href='javascript:alert(1)'><text y='20'>x</text></a></svg>", "<svg xmlns='http://www.w3.org/2000/svg'><set attributeName='onmouseover' to='alert(1)'/></svg>", "<svg xmlns='http://www.w3.org/2000/svg'><image href='x' onerror='alert(1)'/></svg>",
        "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY x \"<script xmlns='http://www.w3.org/2000/svg'>alert(1)</script>\">]><svg xmlns='http://www.w3.org/2000/svg'>&x;</svg>", "<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'alert(1)'>]><svg xmlns='http://www.w3.org/2000/svg'/>",
        "<?xml-stylesheet type='text/xsl' href='data:text/xml,%3Cxsl:stylesheet version=%221.0%22 xmlns:xsl=%22http://www.w3.org/1999/XSL/Transform%22/%3E'?><svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "<svg xmlns='http://www.w3.org/2000/svg'><h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'><h:img xmlns:h='http://www.w3.org/1999/xhtml' src='x' onerror='alert(1)'/></svg>", "<svg xmlns='http://www.w3.org/2000/svg'><style>@import 'javascript:alert(1)';</style><script href='data:text/javascript,alert(1)'/></svg>", "<svg onload=alert(1)>",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "<svg xmlns='http://www.w3.org/2000/svg'><foreignObject><body xmlns='http://www.w3.org/1999/xhtml' onload='alert(1)'/></foreignObject></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'><animate attributeName='x' dur='1s' onbegin='alert(1)'/></svg>", "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'><use xlink:href='data:image/svg+xml,%3Csvg onload=alert(1)%3E'/></svg>",
    ];

    // On every page, so it does not end the title of each and hide the rest.
    private const string SiteTitle = "</title><script>alert(1)</script><img src=x onerror=alert(1)>\" onmouseover=\"alert(1)\" autofocus onfocus=\"alert(1)' onfocus='alert(1)";

    private static string Synonym(int index) => $"synonym{index}";

    /// <summary>A file's name as close to the text as a file system takes it.</summary>
    private static string Name(string text) => text.Replace('/', '_').Replace(':', '_').Replace('\\', '_');

    private static string Body(string body) => $"---\ntitle: Page\nvisible: false\n---\n{body}\n";

    private static string Header(string header) => $"---\n{header}\n---\nText.\n";

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
