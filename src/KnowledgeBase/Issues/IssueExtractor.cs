using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeBase.Content;
using KnowledgeBase.Content.Markdown;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Issues;

/// <summary>The page that issues are extracted from.</summary>
/// <param name="Route">Its route.</param>
/// <param name="Title">Its title; one that speaks of known issues makes unlabelled headings issues too.</param>
/// <param name="Tags">Its taxonomy values.</param>
/// <param name="At">Makes a location of a part of the body and a line in it.</param>
internal sealed record IssuePage(string Route, string Title, ImmutableArray<string> Tags, Func<BodyPart, int, SourceLocation> At);

/// <summary>Makes known issues of a page's blocks, and tells the author what is missing.</summary>
internal sealed partial class IssueExtractor
{
    private readonly IssuePage _page;
    private readonly ImmutableArray<PlacedLink> _links;
    private readonly DiagnosticLog _log;

    private IssueExtractor(IssuePage page, ImmutableArray<PlacedLink> links, DiagnosticLog log) => (_page, _links, _log) = (page, links, log);

    /// <summary>The page cut into issues and what stands between them; empty for a page without issues.</summary>
    public static ImmutableArray<PagePart> Extract(IssuePage page, CompiledBody body, DiagnosticLog log) =>
        new IssueExtractor(page, body.Links, log).Extract(body.Outline);

    private ImmutableArray<PagePart> Extract(BodyOutline outline)
    {
        var blocks = outline.Blocks.ToList();
        var drafts = IssueReader.Read(blocks);
        if (IsAboutKnownIssues())
        {
            foreach (var draft in IssueReader.ReadUnlabelled(blocks, drafts))
            {
                Report(DiagnosticCodes.UnlabelledIssue, draft, $"The issue '{draft.Heading.Text}' has no labels; all of its text is taken as the problem");
                drafts.Add(draft);
            }
            var positions = blocks.Index().ToDictionary(block => block.Item, block => block.Index);
            drafts.Sort((left, right) => positions[left.Heading].CompareTo(positions[right.Heading]));
        }
        ReportDuplicates(drafts);
        return drafts.Count == 0 ? [] : Cut(blocks, drafts, [.. outline.Footnotes]);
    }

    private ImmutableArray<PagePart> Cut(List<BodyBlock> blocks, List<IssueDraft> drafts, List<BodyBlock> footnotes)
    {
        var parts = ImmutableArray.CreateBuilder<PagePart>();
        var prose = new List<BodyBlock>();
        var owners = drafts.ToDictionary(draft => draft.Heading);
        BodyBlock? open = null;
        foreach (var block in blocks)
        {
            if (open is not null && (block.Kind != BodyBlockKind.Heading || block.Level > open.Level) && !owners.ContainsKey(block))
                continue;
            open = owners.ContainsKey(block) ? block : null;
            if (open is null)
            {
                prose.Add(block);
                continue;
            }
            AddProse();
            parts.Add(new PagePart.Issue(Make(owners[open])));
        }
        prose.AddRange(footnotes);
        AddProse();
        return parts.ToImmutable();

        void AddProse()
        {
            if (prose.Count > 0)
                parts.Add(new PagePart.Prose(BodyOutline.Render(prose)));
            prose.Clear();
        }
    }

    private bool IsAboutKnownIssues() => PagePath.Name(_page.Route).Equals("known-issues", StringComparison.OrdinalIgnoreCase) || KnownIssuesTitle().IsMatch(_page.Title);

    private KnownIssue Make(IssueDraft draft)
    {
        var anchor = draft.Heading.Id ?? "";
        var readings = draft.Sections.Select(section => section.IsSolution ? SolutionReader.Read(section.Blocks) : null).ToList();
        var sections = MakeSections(draft, readings, anchor);
        ImmutableArray<Solution> solutions = [.. sections.SelectMany(section => section.Solutions)];
        var regions = RegionReader.Names(BlocksOf(draft, IssueSectionKind.Regions));
        var affectsAll = RegionReader.MeansAll(regions);
        var hasProblem = draft.Sections.Exists(section => section.Kind == IssueSectionKind.Problem);
        var problem = hasProblem ? BlocksOf(draft, IssueSectionKind.Problem) : draft.Preamble;
        var notes = readings.SelectMany(reading => reading?.Notes ?? []).ToList();
        ReportMissing(draft, problem);
        return new KnownIssue
        {
            Id = new IssueId($"{_page.Route.TrimStart('/')}#{anchor}"),
            Title = draft.Heading.Text,
            Page = _page.Route,
            Anchor = anchor,
            Level = draft.Heading.Level,
            Location = _page.At(draft.Heading.Part, draft.Heading.Line),
            Problem = Rich(problem),
            Introduction = hasProblem && draft.Preamble.Count > 0 ? Rich(draft.Preamble) : null,
            AffectedRegions = affectsAll ? [] : regions,
            AffectsAllRegions = affectsAll,
            AffectedVersions = RegionReader.Names(BlocksOf(draft, IssueSectionKind.AffectedVersions)),
            FixedIn = TextOf(draft, IssueSectionKind.FixedIn),
            Status = TextOf(draft, IssueSectionKind.Status),
            Since = TextOf(draft, IssueSectionKind.Since),
            SolutionState = solutions.Length > 0 ? SolutionState.Available : readings.Exists(reading => reading is { SaysNone: true }) ? SolutionState.None : SolutionState.Unspecified,
            Solutions = solutions,
            Notes = notes.Count > 0 ? Rich(notes) : null,
            Sections = sections,
            CodeTokens = [.. draft.Blocks.SelectMany(block => block.InlineCode).Concat(draft.Blocks.SelectMany(block => block.CodeWords)).Distinct(StringComparer.Ordinal)],
            Links = [.. draft.Blocks.SelectMany(block => Enumerable.Range(block.Links.Start.Value, block.Links.End.Value - block.Links.Start.Value)).Distinct().Select(index => _links[index].Link)],
            Tags = _page.Tags,
        };
    }

    private static ImmutableArray<IssueSection> MakeSections(IssueDraft draft, List<SolutionReading?> readings, string anchor)
    {
        var number = 0;
        return [.. draft.Sections.Zip(readings, (section, reading) => MakeSection(section, reading, anchor, ref number))];
    }

    private static IssueSection MakeSection(SectionDraft section, SolutionReading? reading, string anchor, ref int number)
    {
        var solutions = ImmutableArray.CreateBuilder<Solution>();
        foreach (var blocks in reading?.Alternatives ?? [])
        {
            var id = (++number).ToString(CultureInfo.InvariantCulture);
            var kind = section.Kind == IssueSectionKind.Workaround ? SolutionKind.Workaround : SolutionKind.Solution;
            solutions.Add(new Solution(id, kind, $"{anchor}--{id}", Rich(blocks), BodyOutline.Write(blocks, TextStyle.Plain)));
        }
        return new IssueSection
        {
            Label = section.Label,
            Kind = section.Kind,
            Anchor = section.Anchor,
            Content = Rich(section.Blocks),
            Solutions = solutions.ToImmutable(),
            Introduction = reading is { Introduction.Count: > 0 } ? Rich(reading.Introduction) : null,
            Notes = reading is { Notes.Count: > 0 } ? Rich(reading.Notes) : null,
        };
    }

    private static List<BodyBlock> BlocksOf(IssueDraft draft, IssueSectionKind kind) =>
        [.. draft.Sections.Where(section => section.Kind == kind).SelectMany(section => section.Blocks)];

    private static string? TextOf(IssueDraft draft, IssueSectionKind kind) => SolutionReader.TextOf(BlocksOf(draft, kind)) is { Length: > 0 } text ? text : null;

    private static RichText Rich(IReadOnlyList<BodyBlock> blocks) =>
        blocks.Count == 0 ? RichText.Empty : new RichText(SolutionReader.TextOf(blocks), BodyOutline.Render(blocks));

    private void ReportMissing(IssueDraft draft, IReadOnlyList<BodyBlock> problem)
    {
        if (draft.Sections.Count == 0)
            return;
        if (problem.Count == 0)
            Report(DiagnosticCodes.IssueWithoutProblem, draft, $"The issue '{draft.Heading.Text}' does not say what goes wrong");
        if (!draft.Sections.Exists(section => section.IsSolution))
            Report(DiagnosticCodes.IssueWithoutSolution, draft, $"The issue '{draft.Heading.Text}' says nothing about a solution");
        foreach (var section in draft.Sections.Where(section => section.Kind == IssueSectionKind.Custom))
            _log.Add(DiagnosticCodes.UnknownLabel, _page.At(draft.Heading.Part, section.Line), $"The label '{section.Label}' is not known");
        var labels = draft.Sections.Where(section => section.Kind == IssueSectionKind.Solution).Select(section => section.Label.ToLowerInvariant()).Distinct().Count();
        if (labels > 1)
            Report(DiagnosticCodes.MixedSolutionLabels, draft, $"The issue '{draft.Heading.Text}' has solutions below several labels");
    }

    private void ReportDuplicates(List<IssueDraft> drafts)
    {
        foreach (var group in drafts.GroupBy(draft => draft.Heading.Text, StringComparer.OrdinalIgnoreCase))
            foreach (var draft in group.Skip(1))
                Report(DiagnosticCodes.DuplicateIssueTitle, draft, $"Another issue of the page is called '{draft.Heading.Text}' too");
    }

    private void Report(DiagnosticCode code, IssueDraft draft, string message) => _log.Add(code, _page.At(draft.Heading.Part, draft.Heading.Line), message);

    [GeneratedRegex(@"\bknown (?:issues?|problems?)\b|\bbekannte (?:probleme|fehler)\b", RegexOptions.IgnoreCase)]
    private static partial Regex KnownIssuesTitle();
}
