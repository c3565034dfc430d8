using KnowledgeBase.Content;
using KnowledgeBase.Issues;

namespace KnowledgeBase.Web.Tests.Issues;

/// <summary>Known issues for tests, read from the page that an author would write.</summary>
internal static class Issue
{
    /// <param name="body">What follows the heading.</param>
    public static KnownIssue Of(string body, string heading = "## Hull leaks") => Pages.Site(("01.hull", "Hull", $"{heading}\n\n{body}")).Issues.Single();

    public static GravDate? On(int year, bool isAmbiguous = false) => new GravDate(new DateTime(year, 1, 1), isAmbiguous);
}
