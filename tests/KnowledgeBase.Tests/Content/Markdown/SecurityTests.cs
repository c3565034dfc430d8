using CsCheck;
using KnowledgeBase.Content.Markdown;

namespace KnowledgeBase.Tests.Content.Markdown;

public class SecurityTests
{
    public static TheoryData<string> Attacks =>
    [
        // Links and images
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](<java\tscript:alert(1)>)",
        "[x](<\u0001javascript:alert(1)>)",
        "[x](< javascript:alert(1)>)",
        "[x](java&#115;cript:alert(1))",
        "[x](javascript&colon;alert(1))",
        "[x](javascript&#x3A;alert(1))",
        "[x](java&Tab;script:alert(1))",
        "[x](java&NewLine;script:alert(1))",
        "[x](&#1;javascript:alert(1))",
        "[x](javascript%3Aalert(1))",
        "[x](vbscript:msgbox(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
        "[x](file:///etc/passwd)",
        "[x](blob:https://example.org/1)",
        "[x](view-source:javascript:alert(1))",
        "[x](//example.org\" onmouseover=\"alert(1))",
        "[x](https://example.org/\"onmouseover=\"alert(1))",
        "[x](https://example.org 'x\" onmouseover=\"alert(1)')",
        "[x](https://example.org \"x&quot; onmouseover=&quot;alert(1)\")",
        "[x\" onmouseover=\"alert(1)](https://example.org)",
        "![x](javascript:alert(1))",
        "![x](data:image/svg+xml,<svg onload=alert(1)>)",
        "![x\" onerror=\"alert(1)](https://example.org/none.png)",
        "![x](https://example.org/none.png \"a\" onerror=\"alert(1)\")",
        "[x]: javascript:alert(1)\n\n[x]",
        "[x]: <javascript:alert(1)> \"t\"\n\n![y][x]",
        "[x][y]\n\n[y]: data:text/html,<script>alert(1)</script>",
        "<javascript:alert(1)>",
        "<JAVASCRIPT:alert(1)>",
        "<data:text/html,alert(1)>",
        "<x:y\" onclick=\"alert(1)>",
        "[plugin:content-inject](javascript:alert(1))",
        "[x](?id=\"onclick=alert(1)&classes=a\"b)",
        "[x](#\"onclick=\"alert(1))",
        // Image actions
        "![x](pic.png?classes=a\" onload=\"alert(1))",
        "![x](pic.png?id=x%22%20onload=%22alert(1))",
        "![x](pic.png?style=background:url(javascript:alert(1)))",
        "![x](pic.png?lightbox=1\"onclick=\"alert(1))",
        "![x](pic.png?width=1\"onload=\"alert(1))",
        "![x](pic.png?onload=alert(1))",
        "![x](image://logo.png?classes=a%22onload=1)",
        // Raw HTML
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//example.org/x.js></SCRIPT>",
        "<script/x>alert(1)</script>",
        "<script\n>alert(1)</script>",
        "<scr<script>ipt>alert(1)</script>",
        "<<script>alert(1);//<</script>",
        "<img src=x onerror=alert(1)>",
        "<img src=\"x\" onerror=\"alert(1)\"",
        "<img/src=x/onerror=alert(1)>",
        "<img src=x:x onerror\n=\nalert(1)>",
        "<img src='x' OnErRoR='alert(1)'>",
        "<img \"\"\"><script>alert(1)</script>\">",
        "<img src=`x`onerror=alert(1)>",
        "<img srcset=\"javascript:alert(1) 1x\">",
        "text <b onmouseover=alert(1)>bold</b>",
        "text <a href=\"javascript:alert(1)\">x</a>",
        "text <a href='java\nscript:alert(1)'>x</a>",
        "<a href=\"&#106;avascript:alert(1)\">x</a>",
        "<a href=\"\u0001javascript:alert(1)\">x</a>",
        "<a href=javascript&colon;alert(1)>x</a>",
        "<a href=\"data:text/html,x\">x</a>",
        "<a ping=\"https://example.org\" href=\"/\">x</a>",
        "<div style=\"background:url(javascript:alert(1))\">x</div>",
        "<div style=\"width:expression(alert(1))\">x</div>",
        "<p style='position:fixed;inset:0'>x</p>",
        "<iframe src=\"javascript:alert(1)\"></iframe>",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
        "<object data=\"javascript:alert(1)\"></object>",
        "<embed src=\"javascript:alert(1)\">",
        "<form action=\"javascript:alert(1)\"><input type=submit><button formaction=javascript:alert(1)>x</button></form>",
        "<base href=\"javascript:alert(1)//\">",
        "<meta http-equiv=\"refresh\" content=\"0;url=javascript:alert(1)\">",
        "<link rel=stylesheet href=\"javascript:alert(1)\">",
        "<style>@import 'javascript:alert(1)';</style>",
        "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
        "<svg><animate onbegin=alert(1) attributeName=x></svg>",
        "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<template><script>alert(1)</script></template>",
        "<xmp><img src=x onerror=alert(1)></xmp>",
        "<plaintext><img src=x onerror=alert(1)>",
        "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\">",
        "<title><img title=\"</title><img src=x onerror=alert(1)>\">",
        "<select><option><script>alert(1)</script></select>",
        "<video><source onerror=alert(1)></video>",
        "<audio src=x onerror=alert(1)>",
        "<details open ontoggle=alert(1)>x</details>",
        "<marquee onstart=alert(1)>x</marquee>",
        "<body onload=alert(1)>",
        "<html><body onload=alert(1)><p>x</p></body></html>",
        "<x onclick=alert(1)>x</x>",
        "<x-y onclick=alert(1)>x</x-y>",
        "<table background=\"javascript:alert(1)\"><tr><td>x</td></tr></table>",
        "<blockquote cite=\"javascript:alert(1)\">x</blockquote>",
        "<!--><script>alert(1)</script>-->",
        "<!-- --!><script>alert(1)</script> -->",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<?php echo 1 ?><script>alert(1)</script>",
        "<!doctype html><script>alert(1)</script>",
        "</p><script>alert(1)</script><p>",
        "<a title='<script>alert(1)</script>'>x</a>",
        "<b\u0000><script\u0000>alert(1)</script>",
        "<ſcript>alert(1)</ſcript>",
        "<img src=x onerror=alert(1)//",
        "<div markdown=\"1\" onclick=\"alert(1)\">\n<script>alert(1)</script>\n</div>",
        "<summary><img src=x onerror=alert(1)></summary>",
        "<h2 id='x\" onclick=\"alert(1)'>x</h2>",
        "<h2 onclick=alert(1)>x</h2>",
        // Constructs of our own
        "## x {#a\"onclick=\"alert(1)}",
        "## <img src=x onerror=alert(1)>",
        "## `<script>alert(1)</script>` {#x .y\"z}",
        "```html\" onload=\"alert(1)\n<script>alert(1)</script>\n```",
        "```\"><script>alert(1)</script>\nx\n```",
        "`<script>alert(1)</script>`",
        "    <script>alert(1)</script>",
        "[ui-tabs]\n[ui-tab title=\"<script>alert(1)</script>\"]\nx\n[/ui-tab]\n[/ui-tabs]",
        "[ui-tabs]\n[ui-tab title='x\" onclick=\"alert(1)']\nx\n[/ui-tab]\n[/ui-tabs]",
        "[details title=\"<img src=x onerror=alert(1)>\"]\nx\n[/details]",
        "[figure caption=\"<script>alert(1)</script>\"]\nx\n[/figure]",
        "[notice=\"x\\\" onclick=alert(1)\"]\nx\n[/notice]",
        "[prism classes='language-x\" onclick=\"alert(1)']\n<script>alert(1)</script>\n[/prism]",
        "a [prism]<script>alert(1)</script>[/prism] b",
        "! <script>alert(1)</script>",
        "! <img src=x onerror=alert(1)>\n! more",
        "| a | b |\n|---|---|\n| <img src=x onerror=alert(1)> | [x](javascript:alert(1)) |",
        "Text[^1]\n\n[^1]: <img src=x onerror=alert(1)> [y](javascript:alert(1))",
        "Text[^x\"onclick=\"alert(1)]\n\n[^x\"onclick=\"alert(1)]: note",
        "*[ABC]: x\" onmouseover=\"alert(1)\n\nABC",
        "*[<img src=x onerror=alert(1)//]: y\n\n<img src=x onerror=alert(1)//",
        "*[<img src=x onerror=alert(1)//]: y\n\n<img src=x onerror=alert(1)//\n\nPress <kbd>F1</kbd>.",
        "*[x\" onerror=\"alert(1)]: y\n\n![x\" onerror=\"alert(1)](pic.png)",
        "Term\n:   <script>alert(1)</script>",
        "{{ '<script>alert(1)</script>' }}",
        "{{ \"><img src=x onerror=alert(1)>\" }}",
    ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void No_attack_reaches_the_page(string markdown)
    {
        var page = TestSite.WithBody(markdown + "\n", "title: Page\nprocess:\n  twig: true").And("02.page/pic.png").And("image://logo.png").Build().BodyPage();

        Assert.Equal([], SafeHtml.Harms(page.Html));
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public void No_attack_reaches_a_known_issue(string markdown)
    {
        var snapshot = TestSite.WithBody($"## Broken\n\n**Problem:**\n{markdown}\n\n**Solution:**\n\n* {markdown.Replace("\n", "\n  ", StringComparison.Ordinal)}\n* other\n").And("02.page/pic.png").Build();

        Assert.All(snapshot.Issues, issue =>
        {
            Assert.Equal([], SafeHtml.Harms(issue.Problem.Html));
            Assert.All(issue.Solutions, solution => Assert.Equal([], SafeHtml.Harms(solution.Content.Html)));
            Assert.All(issue.Sections, section => Assert.Equal([], SafeHtml.Harms(section.Content.Html)));
        });
    }

    [Fact]
    public void All_attacks_together_do_no_harm_either() =>
        Gen.Shuffle(Attacks.Select(row => row.Data).ToArray()).Sample(
            attacks => Assert.Equal([], SafeHtml.Harms(TestSite.WithBody(string.Join("\n", attacks.Take(12))).And("02.page/pic.png").Build().Html())), iter: 60);

    [Fact]
    public void Pieces_of_attacks_put_together_at_random_do_no_harm()
    {
        var pieces = Gen.OneOf(
            "<", ">", "\"", "'", "`", "=", " ", "\n", "\n\n", "/", "&", ";", ":", "\\", "[", "]", "(", ")", "!", "!!", "#", "|", "---", "*", "_", "{", "}", "\t",
            "a", "img", "svg", "script", "style", "div", "b", "details", "math", "title", "<a href=", "<img src=", "onerror=alert(1)", "onclick=", "style=", "javascript:", "data:text/html,",
            "&colon;", "&Tab;", "&#106;", "&lt;", "&quot;", "<!--", "-->", "<![CDATA[", "]]>", "</", "/>", "](", "![", "[x]: ", "pic.png?classes=", "&id=", "[ui-tab title=", "[/ui-tab]", "[prism]", "[/prism]",
            "{#", "{{", "}}", "[^1]", "\n*[<img src=x onerror=alert(1)//]: y\n", "\n<img src=x onerror=alert(1)//\n", "```", "\u0000", "\u2028", "ſ", "é");
        pieces.Array[1, 40].Select(string.Concat).Sample(
            markdown => Assert.Equal([], SafeHtml.Harms(TestSite.WithBody(markdown, "title: Page\nprocess:\n  twig: true").And("02.page/pic.png").Build().Html())), iter: 1500);
    }

    [Theory]
    [InlineData("<button>x</button>", "x")]
    [InlineData("<button type=\"button\" data-copy=\"\" onclick=\"alert(1)\">Copy</button>", "Copy")]
    public void No_control_passes_the_sanitizer(string html, string expected) => Assert.Equal(expected, new ContentSanitizer().Sanitize(html));

    [Fact]
    public void A_page_without_raw_HTML_holds_nothing_that_the_sanitizer_would_take_away()
    {
        var sanitizer = new ContentSanitizer();
        var pieces = Gen.OneOf(
            "word", " ", " ", "\n", "\n\n", "# ", "## ", "* ", "1. ", "> ", "! ", "!! ", "**", "_", "`", "```\n", "```bash\n", "[a](b)", "[a](https://example.org \"t\")", "![p](pic.png?width=20&classes=c&lightbox)",
            "[a](javascript:x)", "| a | b |\n|---|:-:|\n| 1 | 2 |\n", "[^1]", "\n\n[^1]: note\n", "\nTerm\n:   text\n", "\n*[word]: long\n", "\n*[<b]: bold\n", "\n<b\n", "~~", "\\", "&lt;b&gt;", "\"", "'", "{#id .c}", "---\n",
            "[ui-tabs]\n[ui-tab title=\"A\"]\n", "\n[/ui-tab]\n[/ui-tabs]\n", "[details title=\"D\"]\n", "\n[/details]\n", "[notice=tip]\n", "\n[/notice]\n", "[figure caption=\"C\"]\n", "\n[/figure]\n");
        pieces.Array[1, 40].Select(string.Concat).Sample(
            markdown =>
            {
                var html = TestSite.WithBody(markdown).And("02.page/pic.png").Build().Html();

                Assert.Equal([], SafeHtml.Harms(html));
                Assert.Equal(Shape(html), Shape(sanitizer.Sanitize(html)));
            }, iter: 600);
    }

    private static string[] Shape(string html) =>
        [.. SafeHtml.Elements(html).Select(element => $"{element.LocalName} {string.Join(' ', element.Attributes.Select(attribute => attribute.Name).Order(StringComparer.Ordinal))}")];
}
