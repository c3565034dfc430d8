using System.Globalization;
using System.Xml.Linq;
using KnowledgeBase.Issues;
using KnowledgeBase.Web.Components;
using KnowledgeBase.Web.Components.Controls;
using KnowledgeBase.Web.Issues;
using KnowledgeBase.Web.Publishing;

namespace KnowledgeBase.Web.Feeds;

/// <summary><c>/issues.atom</c>: the known issues, newest page first (RFC 4287).</summary>
internal static class IssueFeed
{
    private const int Most = 100;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static string Write(PublishedKnowledge knowledge, string origin)
    {
        var map = knowledge.Map;
        var issues = knowledge.Snapshot.Issues.NewestFirst(map.DateOf).Take(Most).ToList();
        // Atom wants a moment of every entry. What has no date is not news: it is as old as the oldest page, however often others change.
        var oldest = knowledge.Snapshot.Pages.Select(page => page.Date?.Value).Min() ?? DateTime.UnixEpoch;
        var title = Words.DocumentTitle(Words.KnownIssues, knowledge.Snapshot.Settings.Title);
        return Xml.Text(new XElement(Atom + "feed",
            new XElement(Atom + "title", Xml.Clean(title)),
            new XElement(Atom + "id", origin + "/issues.atom"),
            new XElement(Atom + "updated", Moment(issues.Select(issue => map.DateOf(issue.Page)?.Value ?? oldest).DefaultIfEmpty(oldest).Max())),
            new XElement(Atom + "author", new XElement(Atom + "name", Xml.Clean(knowledge.Snapshot.Settings.Title))),
            new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("href", origin + "/issues.atom")),
            new XElement(Atom + "link", new XAttribute("href", origin + IssueListQuery.Path)),
            issues.Select(issue => Entry(issue, map.DateOf(issue.Page)?.Value ?? oldest, origin))));
    }

    private static XElement Entry(KnownIssue issue, DateTime updated, string origin) => new(Atom + "entry",
        new XElement(Atom + "title", Xml.Clean(issue.Title)),
        new XElement(Atom + "id", origin + SiteAddress.Of(issue)),
        new XElement(Atom + "link", new XAttribute("href", origin + SiteAddress.Of(issue))),
        new XElement(Atom + "updated", Moment(updated)),
        new XElement(Atom + "category", new XAttribute("term", Xml.Clean(IssueState.Of(issue).Word))),
        new XElement(Atom + "summary", Xml.Clean(FirstSentence.Of(issue.Problem.Text))));

    private static string Moment(DateTime date) => date.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
