using System.Collections.Immutable;
using System.Net;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Content.Markdown;

/// <summary>
/// Reads the raw HTML of one page in document order: leaves out what content may not use, keeps text that only looks like a tag, closes what an author
/// left open inside one block, and lists the headings, links and ids that it holds.
/// </summary>
internal sealed class HtmlFragmentReader(BodyContext context, int maxDepth)
{
    private int _depth;

    /// <summary>A heading, link or id found in raw HTML.</summary>
    public interface IVisitor
    {
        void VisitHeading(HtmlToken tag, int level, string text, string? id, SourceLocation at);

        void VisitLink(LinkKind kind, string raw, SourceLocation at);

        void VisitId(string id);
    }

    /// <summary>Reads one node's HTML.</summary>
    /// <param name="html">The text as written.</param>
    /// <param name="line">Its first line, as Markdig counts.</param>
    /// <param name="closesFormatting">Whether inline elements still open at its end are closed there.</param>
    /// <param name="visitor">Told what the fragment holds.</param>
    public HtmlFragment Read(string html, int line, bool closesFormatting, IVisitor visitor)
    {
        var tokens = HtmlTokenizer.Read(html);
        var kept = ImmutableArray.CreateBuilder<HtmlToken>(tokens.Length);
        var open = new List<string>();
        for (var index = 0; index < tokens.Length; index++)
        {
            var token = tokens[index];
            if (token.Kind == HtmlTokenKind.Literal)
                Report(DiagnosticCodes.UnknownTag, token, line, $"'{Short(token.Raw)}' is no HTML and is shown as text");
            if (token.Kind != HtmlTokenKind.Tag)
            {
                kept.Add(token);
                continue;
            }
            if (!HtmlTags.Allowed.Contains(token.Name))
            {
                if (!token.IsClosing)
                    Report(DiagnosticCodes.HtmlRemoved, token, line, $"<{token.Name}> is not allowed and is left out");
                index = HtmlTags.Opaque.Contains(token.Name) && !token.IsClosing && !token.IsSelfClosing ? EndOf(tokens, index) : index;
                continue;
            }
            if (!TrackDepth(token))
            {
                Report(DiagnosticCodes.PageTooComplex, token, line, $"More than {maxDepth} HTML elements are open; <{token.Name}> is left out");
                continue;
            }
            TrackFormatting(open, token);
            kept.Add(token);
            if (!token.IsClosing)
                Visit(tokens, index, line, visitor);
        }
        if (closesFormatting)
            kept.AddRange(open.AsEnumerable().Reverse().Select(name => new HtmlToken(HtmlTokenKind.Tag, $"</{name}>", name, true, false, 0)));
        return new HtmlFragment(kept.ToImmutable());
    }

    private void Report(DiagnosticCode code, HtmlToken token, int line, string message) => context.Log.Add(code, context.At(line + token.Line), message);

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private static int EndOf(ImmutableArray<HtmlToken> tokens, int start)
    {
        for (var index = start + 1; index < tokens.Length; index++)
            if (tokens[index].IsClosing && tokens[index].Name == tokens[start].Name)
                return index;
        return tokens.Length - 1;
    }

    private bool TrackDepth(HtmlToken token)
    {
        if (HtmlTags.Void.Contains(token.Name) || (token.IsSelfClosing && token.Name is not ("details" or "summary")))
            return true;
        if (token.IsClosing)
        {
            _depth = Math.Max(_depth - 1, 0);
            return true;
        }
        if (_depth == maxDepth)
            return false;
        _depth++;
        return true;
    }

    private static void TrackFormatting(List<string> open, HtmlToken token)
    {
        if (!HtmlTags.Formatting.Contains(token.Name) || token.IsSelfClosing)
            return;
        if (!token.IsClosing)
            open.Add(token.Name);
        else if (open.LastIndexOf(token.Name) is >= 0 and var last)
            open.RemoveAt(last);
    }

    private void Visit(ImmutableArray<HtmlToken> tokens, int index, int line, IVisitor visitor)
    {
        var token = tokens[index];
        string? id = null;
        foreach (var (name, value) in token.ReadAttributes())
        {
            if (name == "id" || (name == "name" && token.Name == "a"))
                visitor.VisitId(id = value);
            else if (name == "href" && token.Name == "a")
                visitor.VisitLink(LinkKind.Link, value, context.At(line + token.Line));
            else if (name == "src" && token.Name == "img")
                visitor.VisitLink(LinkKind.Image, value, context.At(line + token.Line));
            else if (!HtmlTags.AllowedAttributes.Contains(name))
                Report(DiagnosticCodes.HtmlRemoved, token, line, $"The attribute '{Short(name)}' of <{token.Name}> is not allowed and is left out");
        }
        if (IsHeading(token) && NextHeadingTag(tokens, index) is { } end && tokens[end].IsClosing && tokens[end].Name == token.Name)
            visitor.VisitHeading(token, token.Name[1] - '0', TextOf(tokens[(index + 1)..end]), id, context.At(line + token.Line));
    }

    private static bool IsHeading(HtmlToken token) => token is { Kind: HtmlTokenKind.Tag, Name: ['h', >= '1' and <= '6'] };

    private static int? NextHeadingTag(ImmutableArray<HtmlToken> tokens, int start)
    {
        for (var index = start + 1; index < tokens.Length; index++)
            if (IsHeading(tokens[index]))
                return index;
        return null;
    }

    private static string TextOf(ImmutableArray<HtmlToken> tokens) =>
        string.Join(' ', string.Concat(tokens.Where(token => token.Kind != HtmlTokenKind.Tag).Select(token => WebUtility.HtmlDecode(token.Raw)))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
