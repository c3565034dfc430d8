using System.Collections.Immutable;
using KnowledgeBase.Content;
using KnowledgeBase.Issues;

namespace KnowledgeBase.Export;

/// <summary>A known issue as scripts see it. Names and shapes are a contract.</summary>
public sealed record IssueDocument
{
    public IssueDocument(KnownIssue issue)
    {
        Id = issue.Id.Value;
        Title = issue.Title;
        Page = issue.Page;
        Anchor = issue.Anchor;
        Url = issue.Url;
        Level = issue.Level;
        Problem = issue.Problem;
        AffectedRegions = issue.AffectedRegions;
        AllRegions = issue.AffectsAllRegions;
        AffectedVersions = issue.AffectedVersions;
        FixedIn = issue.FixedIn;
        Status = issue.Status;
        Since = issue.Since;
        SolutionState = NameOf(issue.SolutionState);
        Solutions = [.. issue.Solutions.Select(solution => new SolutionDocument(solution))];
        Notes = issue.Notes;
        Sections = [.. issue.Sections.Select(section => new SectionDocument(section))];
        CodeTokens = issue.CodeTokens;
        Links = [.. issue.Links.Select(link => new LinkDocument(link))];
        Tags = issue.Tags;
    }

    public string Id { get; }

    public string Title { get; }

    public string Page { get; }

    public string Anchor { get; }

    public string Url { get; }

    public int Level { get; }

    public RichText Problem { get; }

    public ImmutableArray<string> AffectedRegions { get; }

    public bool AllRegions { get; }

    public ImmutableArray<string> AffectedVersions { get; }

    public string? FixedIn { get; }

    public string? Status { get; }

    public string? Since { get; }

    /// <summary><c>available</c>, <c>none</c> or <c>unspecified</c>.</summary>
    public string SolutionState { get; }

    public ImmutableArray<SolutionDocument> Solutions { get; }

    public RichText? Notes { get; }

    public ImmutableArray<SectionDocument> Sections { get; }

    public ImmutableArray<string> CodeTokens { get; }

    public ImmutableArray<LinkDocument> Links { get; }

    public ImmutableArray<string> Tags { get; }

    /// <summary>The contract's word for a state.</summary>
    public static string NameOf(SolutionState state) => state switch
    {
        Issues.SolutionState.Available => "available",
        Issues.SolutionState.None => "none",
        _ => "unspecified",
    };
}

/// <summary>One solution or workaround.</summary>
public sealed record SolutionDocument(string Id, string Kind, string Anchor, string Text, string Html)
{
    public SolutionDocument(Solution solution)
        : this(solution.Id, solution.Kind == SolutionKind.Workaround ? "workaround" : "solution", solution.Anchor, solution.Content.Text, solution.Content.Html)
    {
    }
}

/// <summary>A labelled part of an issue.</summary>
public sealed record SectionDocument(string Label, string Kind, string Text, string Html)
{
    public SectionDocument(IssueSection section)
        : this(section.Label, NameOf(section.Kind), section.Content.Text, section.Content.Html)
    {
    }

    private static string NameOf(IssueSectionKind kind)
    {
        var name = kind.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
