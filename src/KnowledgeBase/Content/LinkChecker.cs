using System.Collections.Immutable;
using KnowledgeBase.Content.Markdown;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Content;

/// <summary>
/// Fourth step of the compiler: whether the anchors that links name exist, which is known only when all headings are. Old anchors are forgiven where
/// they can mean one heading only: other capitals, another slug rule, ids that Grav cut at 25, 50 or 64 characters.
/// </summary>
internal sealed class LinkChecker(IReadOnlyDictionary<string, ImmutableArray<string>> anchorsByRoute)
{
    private const int MinCutLength = 20;

    /// <summary>The page's links with dead ones marked, and what to write instead of an old anchor in its HTML.</summary>
    public (ImmutableArray<PageLink> Links, AnchorCorrections Corrections) Check(ImmutableArray<PlacedLink> links, DiagnosticLog log)
    {
        var corrections = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        var check = links.Select(placed => Check(placed, corrections, log)).ToImmutableArray();
        return (check, new AnchorCorrections(corrections));
    }

    private PageLink Check(PlacedLink placed, ImmutableArray<KeyValuePair<string, string>>.Builder corrections, DiagnosticLog log)
    {
        var link = placed.Link;
        if (link is not { Kind: LinkKind.Link, Route: { } route, Fragment: { } fragment, IsBroken: false } || !anchorsByRoute.TryGetValue(route, out var anchors))
            return link;
        var decoded = PagePath.Decode(fragment);
        if (anchors.Contains(decoded) || decoded == "top")
            return link;
        if (Resolve(anchors, decoded) is not { } meant)
        {
            log.Add(DiagnosticCodes.DeadAnchor, placed.At, $"The link '{link.Raw}' names the anchor '{fragment}', which '{route}' does not have");
            return link with { IsBroken = true };
        }
        log.Add(DiagnosticCodes.LinkSpelling, placed.At, $"The link '{link.Raw}' means the anchor '{meant}'", "Write the anchor exactly as the heading's id.");
        var href = link.Href[..^fragment.Length] + meant;
        corrections.Add(new(link.Href, href));
        return link with { Href = href };
    }

    /// <summary>The one anchor that an old fragment can mean, null where there is none.</summary>
    internal static string? Resolve(ImmutableArray<string> anchors, string fragment)
    {
        if (anchors.FirstOrDefault(anchor => anchor.Equals(fragment, StringComparison.OrdinalIgnoreCase)) is { } sameLetters)
            return sameLetters;
        var slug = HeadingSlug.Of(fragment);
        if (slug.Length == 0)
            return null;
        if (anchors.Contains(slug))
            return slug;
        if (slug.Length < MinCutLength)
            return null;
        var cut = anchors.Where(anchor => anchor.StartsWith(slug, StringComparison.Ordinal)).Take(2).ToArray();
        return cut.Length == 1 ? cut[0] : null;
    }
}
