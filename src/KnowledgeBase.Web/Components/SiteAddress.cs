using KnowledgeBase.Content;
using KnowledgeBase.Issues;

namespace KnowledgeBase.Web.Components;

/// <summary>Routes as addresses that a browser can be sent to.</summary>
internal static class SiteAddress
{
    /// <summary>The address of a page, percent-encoded.</summary>
    public static string Of(Page page) => Encoded(page.Route);

    /// <summary>The address of an issue on its page.</summary>
    public static string Of(KnownIssue issue) => $"{Encoded(issue.Page)}#{Uri.EscapeDataString(issue.Anchor)}";

    /// <summary>
    /// The address that a redirect leads to, with the visitor's query. A path stays on this site whatever it looks like: browsers read two slashes at
    /// its beginning as the name of another host.
    /// </summary>
    public static string OfRedirect(string target, QueryString query)
    {
        var address = target.StartsWith('/') ? "/" + target.TrimStart('/', '\\') : AsAscii(target);
        if (!query.HasValue)
            return address;
        var (path, fragment) = address.IndexOf('#') is var hash and >= 0 ? (address[..hash], address[hash..]) : (address, "");
        return path + (path.Contains('?') ? "&" + query.ToUriComponent()[1..] : query.ToUriComponent()) + fragment;
    }

    private static string Encoded(string route) => string.Join('/', route.Split('/').Select(Uri.EscapeDataString));

    /// <summary>A header carries nothing but ASCII; an author may write any letter.</summary>
    private static string AsAscii(string target) => Uri.TryCreate(target, UriKind.Absolute, out var address)
        ? new UriBuilder(address) { Host = address.IdnHost }.Uri.AbsoluteUri
        : Uri.EscapeDataString(target);
}
