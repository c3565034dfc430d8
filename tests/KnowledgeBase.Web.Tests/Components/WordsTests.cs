using System.Text.RegularExpressions;

namespace KnowledgeBase.Web.Tests.Components;

/// <summary>A second language is a folder of words and nothing else.</summary>
public sealed partial class WordsTests
{
    private static readonly string Web = Path.Combine(Repository.Root, "src", "KnowledgeBase.Web");

    public static TheoryData<string> Components() => [.. Directory.EnumerateFiles(Path.Combine(Web, "Components"), "*.razor", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Web, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Components))]
    public void A_component_says_nothing_in_words_of_its_own(string file) => Assert.Empty(Own(File.ReadAllText(Path.Combine(Web, file))));

    [Theory]
    [InlineData("<p>Hello you</p>", "Hello you")]
    [InlineData("<p>@Words.Copy once more</p>", "once more")]
    [InlineData("<input aria-label=\"Your name\">", "Your name")]
    [InlineData("@if (Count > 0) {<b>@Count</b>} else {<i>none</i>}", "none")]
    public void Words_of_its_own_would_be_seen(string markup, string word) => Assert.Contains(Own(markup), own => own.Contains(word, StringComparison.Ordinal));

    [Fact]
    public void Only_the_words_know_a_language()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Web, "Components"), "*.*", SearchOption.AllDirectories).Where(file => !file.Contains("Words" + Path.DirectorySeparatorChar, StringComparison.Ordinal));

        Assert.DoesNotContain(sources, file => Formatted().IsMatch(File.ReadAllText(file)));
    }

    private static IEnumerable<string> Own(string markup)
    {
        markup = Comment().Replace(markup.Split("@code {")[0], "");
        var texts = Text().Matches(markup).Select(text => Code().Replace(text.Groups[1].Value, " "));
        return texts.Concat(Attribute().Matches(markup).Select(attribute => attribute.Groups[1].Value)).Where(text => Letters().IsMatch(text));
    }

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"</?[a-z][^<>\n]*>([^<>{}\n]+)<")]
    private static partial Regex Text();

    // A name with what is called, asked and indexed behind it, or an expression in brackets, which a comparison may have cut.
    [GeneratedRegex(@"@\w+(?:[.?!]+\w+|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\[(?:[^\[\]]|\[[^\]]*\])*\])*|@?\((?:[^()]|\([^()]*\))*(?:\)|$)")]
    private static partial Regex Code();

    [GeneratedRegex(@"\b(?:aria-label|aria-description|placeholder|title|alt)=""([^""@]*)""")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Letters();

    [GeneratedRegex(@"ToString\(""[dMy ]*M{3,}")]
    private static partial Regex Formatted();
}
