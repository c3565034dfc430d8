using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
    private readonly FacetValues[] _values;
    private readonly int[][] _kindNumbers;
    private readonly PageNumbers[] _byPage;
    private readonly Dictionary<int, IssueNumbers> _byIssue = [];

    public FacetTable(ImmutableArray<SearchDocument> documents)
    {
        var numbering = Enum.GetValues<SearchFacetKind>().Select(_ => new Numbering()).ToArray();
        _kinds = [.. documents.Select(document => document.Kind)];
        _pages = [.. documents.Select(document => document.PageNumber)];
        _kindNumbers = [.. Enum.GetValues<SearchKind>().Select(kind => numbering[(int)SearchFacetKind.Kind].Of([NameOf(kind)]))];
        _byPage = new PageNumbers[documents.Length == 0 ? 0 : _pages[^1] + 1];
        for (var number = 0; number < documents.Length; number++)
        {
            var (page, issue) = (documents[number].Page, documents[number].Issue);
            _byPage[_pages[number]] ??= new PageNumbers(
                numbering[(int)SearchFacetKind.Section].Of(SectionOf(page)), numbering[(int)SearchFacetKind.Page].Of([page.Route]), numbering[(int)SearchFacetKind.Tag].Of(page.Taxonomy.SelectMany(type => type.Value)));
            if (issue is not null)
                _byIssue[number] = new IssueNumbers(numbering[(int)SearchFacetKind.Region].Of(issue.AffectedRegions), numbering[(int)SearchFacetKind.SolutionState].Of([NameOf(issue.SolutionState)]), issue.AffectsAllRegions);
        }
        _values = [.. numbering.Select(values => values.Values)];
    }

    /// <summary>Gives each value a number, from 0.</summary>
    private sealed class Numbering
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);

        public int[] Of(IEnumerable<string> values) => [.. values.Select(Of).Distinct()];

        public FacetValues Values => new([.. _numbers.OrderBy(value => value.Value).Select(value => value.Key)]);

        private int Of(string value)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, value, out var isKnown);
            return isKnown ? number : number = _numbers.Count - 1;
        }
    }

    private sealed record PageNumbers(int[] Section, int[] Page, int[] Tags);

    private sealed record IssueNumbers(int[] Regions, int[] State, bool AffectsAllRegions);

    /// <summary>Every value that a property has somewhere.</summary>
    public FacetValues ValuesOf(SearchFacetKind kind) => _values[(int)kind];

    /// <summary>The numbers of the values that a document has of a property.</summary>
    public ReadOnlySpan<int> NumbersOf(int document, SearchFacetKind kind) => kind switch
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

    private static string[] SectionOf(Page page) => page.Route.Split('/') is [_, { Length: > 0 } first, ..] ? [first] : [];
}

/// <summary>The values of one property, numbered from 0. Immutable; safe to share.</summary>
internal sealed class FacetValues(ImmutableArray<string> values)
{
    private readonly FrozenDictionary<string, int> _numbers = values.Index().ToFrozenDictionary(value => value.Item, value => value.Index, StringComparer.OrdinalIgnoreCase);

    public int Count => values.Length;

    public string this[int number] => values[number];

    /// <summary>The number of a value, null where no document has it.</summary>
    public int? Find(string value) => _numbers.TryGetValue(value, out var number) ? number : null;
}
