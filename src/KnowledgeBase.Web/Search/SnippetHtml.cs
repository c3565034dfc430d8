using System.Text.Encodings.Web;
using System.Text.Unicode;
using KnowledgeBase.Search;

namespace KnowledgeBase.Web.Search;

/// <summary>A snippet as HTML: text is encoded here and nowhere else, words that were looked for stand in <c>mark</c>; there is no other element.</summary>
internal static class SnippetHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Of(Snippet snippet) => string.Concat(snippet.Parts.Select(part => part.IsMatch ? $"<mark>{Encoder.Encode(part.Text)}</mark>" : Encoder.Encode(part.Text)));
}
