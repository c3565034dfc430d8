using System.Diagnostics;
using System.Text;
using CsCheck;
using KnowledgeBase.Content;

namespace KnowledgeBase.Tests;

public class RobustnessTests
{
    private const string Valid = """
        ---
        title: Victim
        date: '14-08-2019 10:51'
        taxonomy:
          tag: [one, two]
        process:
          twig: true
        routes:
          aliases: ['/other-name']
        ---
        # Victim

        First *prose* with a [link](../01.home/default.md#well) and `code`.

        ## Known issue

        **Problem Statement:**
        It fails with `E42`.

        **Solutions:**
        * One
        * Two
            * nested

        ! A notice
        ! with **two** lines

        | a | b |
        |---|---|
        | 1 | 2 |

        [ui-tabs]
        [ui-tab title="T"]
        ### In a tab
        [/ui-tab]
        [/ui-tabs]

        <details><summary>More</summary>text</details>

        ```bash
        ls -l
        ```

        Text[^1] and {{ twig }}

        [^1]: A note
        """;

    private const string Home = "---\ntitle: Home\n---\n## Well\n\nSee [the other](../03.last/default.md) and ![p](p.png).\n";

    private const string Last = "---\ntitle: Last\n---\nText with <b>tags</b>.\n\n## Known issue\n\n**Problem:**\nOne.\n\n**Solution:**\nTwo.\n";

    private static readonly Gen<string> Junk = Gen.OneOf(
        Gen.OneOf("[", "](", "![", "**", "*", "_", "`", "```", "<", ">", "</div>", "<div>", "<b>", "<details>", "<script>", "<!--", "[ui-tab title=\"x\"]", "[/ui-tab]", "[prism]", "[version=a]", "{{", "{%", "! ", "|", "---\n", "\0", "\uFFFD", "\u2028", "\uD800", "\r", "\n\n", "**Solution:**\n", "## "),
        Gen.Int[1, 200].SelectMany(depth => Gen.OneOf("> ", "* ", "- ", "[", "![", "(", "! ", "<b>", "<div>", "*a **b ", "[a](", "1. ", "[ui-tabs]\n", "#").Select(piece => string.Concat(Enumerable.Repeat(piece, depth)))),
        Gen.Int[1, 200].Select(depth => string.Concat(Enumerable.Range(0, depth).Select(level => new string(' ', level * 2) + "* x\n"))),
        Gen.String[0, 20]);

    private static readonly Gen<byte[]> Mutation = Gen.Select(Gen.Int[0, 4], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Byte, Junk).Array[1, 6].Select(steps =>
    {
        var bytes = Encoding.UTF8.GetBytes(Valid);
        foreach (var (kind, from, to, value, junk) in steps)
            bytes = Mutate(bytes, kind, Math.Min(from, to), Math.Max(from, to), value, junk);
        return bytes;
    });

    private static byte[] Mutate(byte[] bytes, int kind, double from, double to, byte value, string junk)
    {
        var (start, end) = ((int)(from * bytes.Length), (int)(to * bytes.Length));
        switch (kind)
        {
            case 0:
                return [.. bytes[..start], value, .. bytes[Math.Min(start + 1, bytes.Length)..]];
            case 1:
                return bytes[..end];
            case 2:
                return [.. bytes[..end], .. bytes[start..]];
            case 3:
                return [.. bytes[..start], .. bytes[end..]];
            default:
                return [.. bytes[..start], .. Encoding.UTF8.GetBytes(junk), .. bytes[start..]];
        }
    }

    [Fact]
    public void A_page_gone_wrong_is_no_exception_and_leaves_the_other_pages_as_they_are()
    {
        var healthy = Site(Encoding.UTF8.GetBytes(Valid));
        string[] expected = [healthy.PageOf("01.home/default.md").Html, healthy.PageOf("03.last/default.md").Html];

        Mutation.Sample(
            bytes =>
            {
                var snapshot = Site(bytes);

                Assert.Equal(expected, (string[])[snapshot.PageOf("01.home/default.md").Html, snapshot.PageOf("03.last/default.md").Html]);
                Assert.Equal(3, snapshot.Pages.Length);
                Assert.Contains(snapshot.Issues, issue => issue.Page == snapshot.PageOf("03.last/default.md").Route);
                Assert.DoesNotContain("it takes too long", string.Concat(snapshot.Diagnostics.Select(diagnostic => diagnostic.Message)));
                Assert.All(snapshot.Diagnostics, diagnostic => Assert.True(diagnostic.Location is { Line: >= 1, Column: >= 1 } && diagnostic.Location.File.Length > 0));
            }, iter: 800);
    }

    [Fact]
    public void A_page_gone_wrong_does_no_harm() =>
        Mutation.Sample(bytes => Assert.Equal([], Content.Markdown.SafeHtml.Harms(Site(bytes).PageOf("02.victim/default.md").Html)), iter: 200);

    [Fact]
    public void Configuration_gone_wrong_is_no_exception()
    {
        const string System = "home:\n  alias: /home\nlanguages:\n  supported: [en]\npages:\n  dateformat:\n    default: 'd-m-Y'\n  markdown:\n    extra: true\n";
        var bytes = Encoding.UTF8.GetBytes(System);
        Gen.Select(Gen.Int[0, 4], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Byte, Junk).Array[1, 4].Sample(
            steps =>
            {
                var text = Encoding.UTF8.GetString(steps.Aggregate(bytes, (all, step) => Mutate(all, step.Item1, Math.Min(step.Item2, step.Item3), Math.Max(step.Item2, step.Item3), step.Item4, step.Item5)));

                TestSite.With("01.home/default.md", Home).And("config/system.yaml", text).And("config/site.yaml", text).And("config/plugins/page-toc.yaml", text).Build();
            }, iter: 500);
    }

    [Fact]
    public void Any_path_may_be_asked_for()
    {
        var routes = TestSite.With("01.home/docs.en.md", Home).And("02.page/docs.en.md", Last).And("config/site.yaml", "redirects:\n  /v\\d+/(.*): /$1\nroutes:\n  /a/(.*): /b/$1\n").Build().Routes;

        Gen.OneOf("/", "//", "..", ".", "en", "page", ".html", "%", "%2F", "\0", "v1", "a", "\uD800", "user/pages/", "user/images/", "?", "#", " ").Array[0, 8].Select(string.Concat)
            .Sample(path => Assert.NotNull(routes.Find("/" + path)), iter: 5000);
    }

    public static TheoryData<string> Bombs => [.. BombTexts.Keys.Order(StringComparer.Ordinal)];

    private static readonly Dictionary<string, Func<string>> BombTexts = new()
    {
        ["links never closed"] = () => Repeat("[a](b", 256 << 10),
        ["images never closed"] = () => Repeat("![a](b", 256 << 10),
        ["links within links"] = () => Repeat("[", 10_000) + "a" + Repeat("](b)", 40_000),
        ["brackets"] = () => Repeat("[", 256 << 10),
        ["closing brackets"] = () => Repeat("]", 256 << 10),
        ["link titles never closed"] = () => Repeat("[a](b \"", 256 << 10),
        ["angled targets never closed"] = () => Repeat("[a](<b", 256 << 10),
        ["emphasis never closed"] = () => Repeat("*a **b ", 256 << 10),
        ["underscores"] = () => Repeat("_a __b ", 256 << 10),
        ["emphasis nested"] = () => Repeat("*a ", 20_000) + Repeat("b* ", 20_000),
        ["strikethrough"] = () => Repeat("~~a ", 256 << 10),
        ["backticks of all lengths"] = () => string.Concat(Enumerable.Range(1, 600).Select(length => new string('`', length) + "a")),
        ["quotes nested"] = () => Repeat("> ", 800) + "x",
        ["quotes nested on many lines"] = () => string.Concat(Enumerable.Repeat(Repeat("> ", 200) + "x\n", 200)),
        ["notices nested"] = () => Repeat("! ", 800) + "x",
        ["notices on many lines"] = () => string.Concat(Enumerable.Repeat(Repeat("! ", 200) + "x\n", 200)),
        ["quotes nested around nested emphasis"] = () => Repeat("> ", 200) + Repeat("*a ", 240) + Repeat("b* ", 240),
        ["notices nested around nested links"] = () => Repeat("! ", 200) + Repeat("![a ", 320) + Repeat("](b)", 320),
        ["lists nested"] = () => string.Concat(Enumerable.Range(0, 200).Select(level => new string(' ', level * 2) + "* x\n")),
        ["lists nested on one line"] = () => Repeat("* ", 2_000) + "x",
        ["numbered lists nested on one line"] = () => Repeat("1. ", 3_000) + "x",
        ["one long line"] = () => new string('a', 1 << 20),
        ["one long line of words"] = () => Repeat("word ", 1 << 20),
        ["one long heading"] = () => "# " + new string('#', 1 << 18),
        ["a wide table"] = () => Repeat("|a", 20_000) + "|\n" + Repeat("|-", 20_000) + "|\n",
        ["a long table"] = () => "| a | b |\n|---|---|\n" + Repeat("| 1 | 2 |\n", 256 << 10),
        ["pipes"] = () => Repeat("|", 256 << 10),
        ["divs"] = () => Repeat("<div>", 500_000),
        ["divs on lines"] = () => Repeat("<div>\n\n", 350_000),
        ["bold tags left open before paragraphs"] = () => Repeat("<b>", 30_000) + "\n\n" + Repeat("text\n\n", 6_000),
        ["bold tags left open in paragraphs"] = () => Repeat("a <b>\n\n", 35_000),
        ["tags left open in one paragraph"] = () => "a " + Repeat("<b><i>", 30_000),
        ["tags never closed"] = () => Repeat("<a href=\"", 100_000),
        ["tags cut off"] = () => Repeat("<a ", 100_000),
        ["comments never closed"] = () => Repeat("a <!-- ", 100_000),
        ["instructions never closed"] = () => Repeat("a <? ", 100_000),
        ["declarations never closed"] = () => Repeat("a <!A ", 100_000),
        ["character data never closed"] = () => Repeat("a <![CDATA[ ", 100_000),
        ["scripts"] = () => Repeat("<script>\n\n", 100_000),
        ["headings in HTML"] = () => Repeat("<h2>", 60_000),
        ["details"] = () => Repeat("<details><summary>a</summary>", 60_000),
        ["tables in tables"] = () => Repeat("<table><tr><td>", 60_000),
        ["unknown tags"] = () => Repeat("a <x> ", 60_000),
        ["set-ext headings"] = () => Repeat("a\n=\n", 60_000),
        ["a paragraph with many underlines"] = () => "a\n" + Repeat("=\n\n", 60_000),
        ["link definitions"] = () => string.Concat(Enumerable.Range(0, 8_000).Select(number => $"[a{number}]: b\n")),
        ["link definition never closed"] = () => Repeat("[a\n", 60_000) + "]: b",
        ["footnotes"] = () => string.Concat(Enumerable.Range(0, 4_000).Select(number => $"[^{number}] ")) + "\n\n" + string.Concat(Enumerable.Range(0, 4_000).Select(number => $"[^{number}]: x\n\n")),
        ["abbreviations"] = () => string.Concat(Enumerable.Range(0, 1_500).Select(number => $"*[word{number}]: x\n")) + "\n" + Repeat("word1 ", 30_000),
        ["definition lists"] = () => Repeat("a\n:   b\n", 60_000),
        ["fences"] = () => Repeat("```\n", 60_000),
        ["tildes and backticks"] = () => Repeat("```\n~~~\n", 100_000),
        ["equal headings"] = () => Repeat("## a\n", 100_000),
        ["headings numbered against each other"] = () => string.Concat(Enumerable.Range(0, 5_000).Select(number => $"## a\n## a {number}\n")),
        ["heading attributes"] = () => "## a " + Repeat("{#b ", 60_000),
        ["shortcodes never closed"] = () => Repeat("[ui-tabs]\n", 100_000),
        ["shortcodes nested"] = () => Repeat("[div]\n", 9_600) + "x\n" + Repeat("[/div]\n", 11_200),
        ["shortcodes nested on one line"] = () => Repeat("[div]", 8_000) + "\nx\n" + Repeat("[/div]\n", 11_200),
        ["shortcodes in a line"] = () => "a " + Repeat("[mark]b", 30_000) + "[/mark]",
        ["closing shortcodes"] = () => Repeat("a [/mark] ", 60_000),
        ["closing shortcodes after one opening"] = () => "a [mark] " + Repeat("b [/mark] ", 60_000),
        ["shortcode attributes"] = () => "[div " + Repeat("a=\"b\" ", 60_000) + "]",
        ["code shortcodes"] = () => Repeat("[prism]\na\n", 60_000) + "[/prism]",
        ["code shortcodes in a line"] = () => "a " + Repeat("[prism]b", 30_000) + " c",
        ["twig never closed"] = () => Repeat("{{ a ", 60_000),
        ["twig"] = () => Repeat("{{ a }} ", 60_000),
        ["labels"] = () => "## a\n\n" + Repeat("**Problem:** b\n\n", 20_000),
        ["issues"] = () => Repeat("## a\n\n**Problem:**\nb\n\n**Solution:**\nc\n\n", 5_000),
        ["colons in bold"] = () => "## a\n\n**b** " + Repeat(": ", 60_000),
        ["unlabelled issues"] = () => "# Known issues\n\n## a\n\n**Problem:**\nx\n\n" + Repeat("## b\n\ntext\n\n", 6_000),
        ["links with many query parts"] = () => "![a](p.png?" + Repeat("a=b&", 60_000) + ")",
        ["classes of an image"] = () => "![a](p.png?classes=" + Numbered("c{0},", 150_000) + ")",
        ["actions of an image"] = () => "![a](p.png?" + Numbered("resize=1000000000,{0}&classes=c{0}&blur={0}&", 20_000) + ")",
        ["classes of a link"] = () => "[a](../01.home?classes=" + Numbered("c{0},", 150_000) + ")",
        ["classes of a heading"] = () => "## a {" + Numbered(".c{0} ", 150_000) + "}",
        ["a long address named often"] = () => "[a]: https://example.org/" + new string('b', 100_000) + "\n\n" + Repeat("[a] ", 200_000),
        ["a long address of an image named often"] = () => "[a]: p.png?" + new string('b', 100_000) + "\n\n" + Repeat("![a] ", 200_000),
        ["a long title named often"] = () => "[a]: b \"" + Repeat("word ", 100_000) + "\"\n\n" + Repeat("[a] ", 200_000),
        ["a long abbreviation used often"] = () => "*[AB]: " + Repeat("word ", 100_000) + "\n\n" + Repeat("AB ", 200_000),
        ["links with many steps"] = () => "[a](" + Repeat("../a/", 60_000) + ")",
        ["percent signs"] = () => "[a](" + Repeat("%", 60_000) + ")",
        ["autolinks"] = () => Repeat("<https://example.org/>", 10_000),
        ["entities"] = () => Repeat("&", 256 << 10),
        ["backslashes"] = () => Repeat("\\", 256 << 10),
        ["blank lines"] = () => Repeat("\n", 1 << 20),
        ["blanks"] = () => new string(' ', 1 << 20) + "a",
        ["tabs"] = () => Repeat("\t", 1 << 20) + "a",
        ["tabs in code"] = () => "```\n" + Repeat("\t", 1 << 18) + "\n```\n",
        ["exclamation marks"] = () => Repeat("!", 256 << 10),
        ["combining marks"] = () => "# a" + Repeat("\u0308", 60_000),
        ["NULs"] = () => Repeat("\0", 256 << 10),
        ["separators"] = () => Repeat("a\u2028b\u0085c\v", 60_000),
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_bomb_costs_no_more_than_its_own_page(string name)
    {
        var body = BombTexts[name]();
        var site = TestSite.With("01.home/default.md", Home).And("02.bomb/default.md", $"---\ntitle: Bomb\nprocess:\n  twig: true\n---\n{body}").And("02.bomb/p.png").And("03.last/default.md", Last);

        var snapshot = BuildInTime(name, site, body.Length);

        Assert.DoesNotContain("it takes too long", string.Concat(snapshot.Diagnostics.Select(diagnostic => diagnostic.Message)));
        Assert.Contains("<b>tags</b>", snapshot.PageOf("03.last/default.md").Html);
        Assert.True(snapshot.PageOf("02.bomb/default.md").Html.Length < (body.Length * 60L) + 10_000, "The page has grown too much.");
    }

    public static TheoryData<string> Headers => [.. HeaderTexts.Keys.Order(StringComparer.Ordinal)];

    private static readonly Dictionary<string, Func<string>> HeaderTexts = new()
    {
        ["aliases of aliases"] = () => "a0: &a0 [x, x]\n" + string.Concat(Enumerable.Range(1, 40).Select(level => $"a{level}: &a{level} [*a{level - 1}, *a{level - 1}]\n")),
        ["taxonomy of aliases"] = () => "a0: &a0 [x, x]\n" + string.Concat(Enumerable.Range(1, 40).Select(level => $"a{level}: &a{level} [*a{level - 1}, *a{level - 1}]\n")) + "taxonomy:\n  tag: *a40\n",
        ["an alias of itself"] = () => "a: &a [*a]\n",
        ["lists nested"] = () => "a: " + new string('[', 20_000) + "\n",
        ["lists nested and closed"] = () => "a: " + new string('[', 20_000) + new string(']', 20_000) + "\n",
        ["maps nested"] = () => "a: " + Repeat("{a: ", 60_000) + "\n",
        ["block lists nested"] = () => "a:\n  " + Repeat("- ", 20_000) + "x\n",
        ["indentation"] = () => string.Concat(Enumerable.Range(0, 1_000).Select(level => new string(' ', level) + "a:\n")),
        ["keys"] = () => string.Concat(Enumerable.Range(0, 20_000).Select(number => $"key{number}: x\n")),
        ["equal keys"] = () => Repeat("a: b\n", 60_000),
        ["broken lines"] = () => Repeat("a: b: c\n", 60_000),
        ["lines that belong together"] = () => "a: b: c\n" + Repeat("  - [\n", 60_000),
        ["one long value"] = () => "a: " + new string('x', 1 << 18) + "\n",
        ["quotes never closed"] = () => "a: \"" + new string('x', 1 << 18) + "\n",
        ["a long date"] = () => "date: " + Repeat("1-", 60_000) + "\n",
        ["a long flag"] = () => "visible: " + Repeat("no", 60_000) + "\n",
        ["routes"] = () => "routes:\n  aliases:\n" + Repeat("    - /a\n", 20_000),
        ["a slug with many parts"] = () => "slug: " + Repeat("a/", 20_000) + "x\n",
        ["anchors"] = () => string.Concat(Enumerable.Range(0, 10_000).Select(number => $"a{number}: &b{number} x\n")),
        ["question marks"] = () => Repeat("? ", 20_000) + "\n",
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public void A_bomb_in_a_header_costs_no_more_than_its_own_page(string name)
    {
        var header = HeaderTexts[name]();
        var site = TestSite.With("01.home/default.md", Home).And("02.bomb/default.md", $"---\ntitle: Bomb\n{header}---\nText\n").And("03.last/default.md", Last);

        var snapshot = BuildInTime(name, site, header.Length);

        Assert.Equal(("Bomb", "<p>Text</p>\n"), snapshot.PageOf("02.bomb/default.md") is var page ? (page.Title, page.Html) : default);
    }

    /// <summary>
    /// Builds, and compares the time with that of plain prose of the same length, so that a busy machine fails nothing; a parse that has gone
    /// quadratic takes minutes. What else the machine does may disturb one try, not three.
    /// </summary>
    private static KnowledgeSnapshot BuildInTime(string name, TestSite site, int length)
    {
        var prose = TestSite.WithBody(Repeat("some words of prose\n\n", length));
        for (var attempt = 1; ; attempt++)
        {
            var (healthy, _) = Measure(prose);
            var (cost, snapshot) = Measure(site);
            if (cost < TimeSpan.FromSeconds(4) + (healthy * 50))
                return snapshot;
            Assert.True(attempt < 3, $"{name}: {cost}, and {healthy} for prose of this length");
        }
    }

    private static (TimeSpan Cost, KnowledgeSnapshot Snapshot) Measure(TestSite site)
    {
        var watch = Stopwatch.StartNew();
        var snapshot = site.Build();
        return (watch.Elapsed, snapshot);
    }

    private static string Repeat(string text, int length) => string.Concat(Enumerable.Repeat(text, Math.Max(length / text.Length, 1)));

    private static string Numbered(string format, int count) => string.Concat(Enumerable.Range(0, count).Select(number => string.Format(System.Globalization.CultureInfo.InvariantCulture, format, number)));

    private static KnowledgeSnapshot Site(byte[] victim)
    {
        var text = TextFile.Decode("02.victim/default.md", victim, ContentLimits.Default.FileBytes).Source!.Text;
        return TestSite.With("01.home/default.md", Home).And("02.victim/default.md", text).And("03.last/default.md", Last).And("01.home/p.png").Build();
    }
}
