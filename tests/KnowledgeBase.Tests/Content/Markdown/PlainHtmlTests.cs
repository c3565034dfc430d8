using AngleSharp.Html.Parser;
using CsCheck;
using KnowledgeBase.Content.Markdown;

namespace KnowledgeBase.Tests.Content.Markdown;

/// <summary>Raw HTML that is plain is written as it stands. It is as harmless, and as well formed, as what has passed the sanitizer.</summary>
public class PlainHtmlTests
{
    private static readonly Gen<string> Tag = Gen.Select(
        Gen.OneOf("b", "kbd", "sub", "code", "i", "details", "summary", "br", "div", "p", "a", "h2", "svg", "script", "KBD", "your-name"),
        Gen.OneOf("<{0}>", "</{0}>", "<{0}>", "</{0}>", "<{0}/>", "<{0} >", "<{0} open>", "<{0} onclick=alert(1)>", "<{0}>x</{0}>", "<{0}>\n", "\n\n</{0}>\n\n", "<{0}"),
        (name, form) => form.Replace("{0}", name, StringComparison.Ordinal));

    private static readonly Gen<string> Piece = Gen.Frequency(
        (3, Tag),
        (2, Gen.OneOf(" word ", "\n", "\n\n", "<", ">", "&lt;", "\"", "'", "<!-- -->", "&", "](/page)", "[")),
        (1, Tag.Where(tag => !tag.Contains('\n')).Select(tag => $"\n\n*[{tag}]: long\n\n{tag}\n\n")),
        (1, Gen.OneOf("*", "**", "\n\n- ", "\n\n> ", "\n\n## ", "\n\n    ", "`", "![", "](p.png)", "\n\n! ", "\n\n| a | b |\n|---|---|\n| ")));

    public static TheoryData<string> Plain =>
    [
        "Press <kbd>Ctrl</kbd> + <kbd>C</kbd> to *stop*.",
        "**Water is H<sub>2</sub>O** and <b>bold <i>italic</i></b>, new<br>line.",
        "<details>\n<summary>Why?</summary>\n\nBecause of a [page](/page).\n\n- one\n- two\n\n</details>",
        "- item\n\n    <details><summary>A &lt; B</summary>C</details>\n\n- item",
    ];

    [Fact]
    public void The_sanitizer_would_find_nothing_in_any_page() => Piece.Array[1, 12].Select(string.Concat).Sample(body =>
    {
        var html = TestSite.WithBody(body).Build().Html();

        Assert.Equal(Seen(html), Seen(new ContentSanitizer().Sanitize(html)));
    }, iter: 3000);

    [Fact]
    public void What_a_page_opens_ends_with_it() => Piece.Array[1, 12].Select(string.Concat).Sample(body =>
    {
        var html = TestSite.WithBody(body).Build().Html();

        var document = new HtmlParser().ParseDocument($"<!doctype html><body>{html}<footer>after</footer>");
        Assert.Equal("<footer>after</footer>", document.Body!.LastElementChild?.OuterHtml);
    }, iter: 3000);

    [Theory]
    [MemberData(nameof(Plain))]
    public void Plain_html_is_shown_as_written(string body)
    {
        var html = TestSite.WithBody(body).Build().Html();

        Assert.All(body.Split('<').Skip(1).Select(part => $"<{part.Split('>')[0]}>"), tag => Assert.Contains(tag, html));
        Assert.Equal(Seen(html), Seen(new ContentSanitizer().Sanitize(html)));
    }

    [Fact]
    public void Tags_that_cross_others_are_put_in_order() => Assert.Contains("<em>a <kbd>b</kbd></em> c", TestSite.WithBody("*a <kbd>b* c</kbd>").Build().Html());

    /// <summary>What a browser makes of it.</summary>
    private static string Seen(string html) => new HtmlParser().ParseDocument($"<!doctype html><body>{html}").Body!.InnerHtml;
}
