using System.Text.RegularExpressions;

namespace KnowledgeBase.Tests.Content.Markdown;

/// <summary>Colours of code: three classes, and never another letter than the author's.</summary>
public partial class CodeColourTests
{
    [Theory]
    [InlineData("bash", "# a note\nfor x in 1; do echo \"y\"; done", "<span class=\"hl-com\"># a note</span>")]
    [InlineData("bash", "for x in 1; do echo \"y\"; done", "<span class=\"hl-key\">for</span>")]
    [InlineData("yaml", "name: 'Pot'", "<span class=\"hl-key\">name</span>")]
    [InlineData("json", "{\"a\": \"b\"}", "<span class=\"hl-str\">&quot;b&quot;</span>")]
    [InlineData("ini", "[part]\n; a note", "<span class=\"hl-com\">; a note</span>")]
    [InlineData("python", "x = \"y\"", "<span class=\"hl-str\">&quot;y&quot;</span>")]
    [InlineData("python", "re.match(r'a+', x)", "<span class=\"hl-str\">")]
    [InlineData("sql", "SELECT 'y'", "<span class=\"hl-str\">&#39;y&#39;</span>")]
    [InlineData("go", "x := \"y\" // a note", "<span class=\"hl-com\">// a note</span>")]
    [InlineData("dockerfile", "# a note", "<span class=\"hl-com\"># a note</span>")]
    [InlineData("powershell", "# a note", "<span class=\"hl-com\"># a note</span>")]
    [InlineData("csharp", "var x = \"y\";", "<span class=\"hl-str\">&quot;y&quot;</span>")]
    [InlineData("javascript", "// a note", "<span class=\"hl-com\">// a note</span>")]
    public void Code_has_its_colours(string language, string code, string expected) => Assert.Contains(expected, HtmlOf(language, code));

    [Theory]
    [InlineData("plain", "for x in y")]
    [InlineData("nosuchlanguage", "for x in y")]
    public void Other_code_has_none(string language, string code) => Assert.DoesNotContain("<span class=\"hl-", HtmlOf(language, code));

    [Theory]
    [InlineData("bash", "cat <<'END'\n<script>alert(\"1\")</script> && x\nEND")]
    [InlineData("bash", "python3 <<-PYTHON\nfor x in \"y\": pass\nPYTHON\necho")]
    [InlineData("yaml", "a: [b, \"c\"]\n# <d>\n\n  e: |\n    f")]
    [InlineData("json", "{ \"broken\": [1, 2 <")]
    public void Colours_change_no_letter(string language, string code)
    {
        var html = Code().Match(HtmlOf(language, code)).Groups[1].Value;

        Assert.Equal(code + "\n", System.Net.WebUtility.HtmlDecode(Tags().Replace(html, "")));
    }

    private static string HtmlOf(string language, string code) =>
        TestSite.WithBody($"```{language}\n{code}\n```\n").Build(new BuildOptions()).BodyPage().Html;

    [GeneratedRegex("<code[^>]*>(.*?)</code>", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();
}
