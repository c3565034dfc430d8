using System.Collections.Immutable;
using KnowledgeBase.Content;
using KnowledgeBase.Issues;

namespace KnowledgeBase.Search.Lucene;

/// <summary>
/// What the documents of an index can be narrowed by, as numbers, so that thousands of answers are counted in no time. Values that differ in capitals only
/// are one, written as they are first met. Immutable; safe to share.
/// </summary>
internal sealed class FacetTable
{
    private readonly ImmutableArray<SearchKind> _kinds;
    private readonly ImmutableArray<int> _pages;
    private readonly FacetValues[] _values = [.. Enum.GetValues<SearchFacetKind>().Select(_ => new FacetValues())];
    private readonly int[][] _kindNumbers;
    private readonly PageNumbers[] _byPage;
    private readonly Dictionary<int, IssueNumbers> _byIssue = [];

    public FacetTable(ImmutableArray<SearchDocument> documents)
    {
        _kinds = [.. documents.Select(document => document.Kind)];
        _pages = [.. documents.Select(document => document.PageNumber)];
        _kindNumbers = [.. Enum.GetValues<SearchKind>().Select(kind => NumbersOf(SearchFacetKind.Kind, [NameOf(kind)]))];
        _byPage = new PageNumbers[documents.Length == 0 ? 0 : _pages[^1] + 1];
        for (var number = 0; number < documents.Length; number++)
        {
            var (page, issue) = (documents[number].Page, documents[number].Issue);
            _byPage[_pages[number]] ??= new PageNumbers(
                NumbersOf(SearchFacetKind.Section, SectionOf(page)), NumbersOf(SearchFacetKind.Page, [page.Route]), NumbersOf(SearchFacetKind.Tag, page.Taxonomy.SelectMany(type => type.Value)));
            if (issue is not null)
                _byIssue[number] = new IssueNumbers(NumbersOf(SearchFacetKind.Region, issue.AffectedRegions), NumbersOf(SearchFacetKind.SolutionState, [NameOf(issue.SolutionState)]), issue.AffectsAllRegions);
        }
    }

    private sealed record PageNumbers(int[] Section, int[] Page, int[] Tags);

    private sealed record IssueNumbers(int[] Regions, int[] State, bool AffectsAllRegions);

    /// <summary>Every value that a property has somewhere.</summary>
    public FacetValues ValuesOf(SearchFacetKind kind) => _values[(int)kind];

    /// <summary>The numbers of the values that a document has of a property.</summary>
    public int[] NumbersOf(int document, SearchFacetKind kind) => kind switch
    {
        SearchFacetKind.Kind => _kindNumbers[(int)_kinds[document]],
        SearchFacetKind.Section => _byPage[_pages[document]].Section,
        SearchFacetKind.Page => _byPage[_pages[document]].Page,
        SearchFacetKind.Region => IsIssue(document) ? _byIssue[document].Regions : [],
        SearchFacetKind.SolutionState => IsIssue(document) ? _byIssue[document].State : [],
        SearchFacetKind.Tag => _byPage[_pages[document]].Tags,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such property."),
    };

    public bool AffectsAllRegions(int document) => IsIssue(document) && _byIssue[document].AffectsAllRegions;

    public static string NameOf(SearchKind kind) => kind switch { SearchKind.Page => "page", SearchKind.Section => "section", _ => "issue" };

    public static string NameOf(SolutionState state) => state switch { SolutionState.Available => "available", SolutionState.None => "none", _ => "unspecified" };

    private bool IsIssue(int document) => _kinds[document] == SearchKind.Issue;

    private int[] NumbersOf(SearchFacetKind kind, IEnumerable<string> values) => [.. values.Select(_values[(int)kind].Add).Distinct()];

    private static string[] SectionOf(Page page) => page.Route.Split('/') is [_, { Length: > 0 } first, ..] ? [first] : [];
}

/// <summary>The values of one property, numbered from 0.</summary>
internal sealed class FacetValues
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _values = [];

    public int Count => _values.Count;

    public string this[int number] => _values[number];

    /// <summary>The number of a value, null where no document has it.</summary>
    public int? Find(string value) => _numbers.TryGetValue(value, out var number) ? number : null;

    public int Add(string value)
    {
        if (_numbers.TryGetValue(value, out var number))
            return number;
        _values.Add(value);
        return _numbers[value] = _values.Count - 1;
    }
}
