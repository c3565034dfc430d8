using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace KnowledgeBase.Search.Lucene;

/// <summary>Titles and names by their words: what is offered while somebody types. Immutable; safe to share.</summary>
internal sealed class SuggestionList
{
    /// <summary>Words of a question that are looked at.</summary>
    private const int MaxWords = 8;

    private readonly ImmutableArray<Entry> _entries;
    private readonly string[] _words;
    private readonly int[][] _entriesByWord;

    private SuggestionList(ImmutableArray<Entry> entries)
    {
        _entries = entries;
        var byWord = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var (number, entry) in entries.Index())
        {
            foreach (var word in entry.Words)
            {
                ref var numbers = ref CollectionsMarshal.GetValueRefOrAddDefault(byWord, word, out _);
                numbers ??= [];
                if (numbers.Count == 0 || numbers[^1] != number)
                    numbers.Add(number);
            }
        }
        _words = [.. byWord.Keys];
        Array.Sort(_words, StringComparer.Ordinal);
        _entriesByWord = Array.ConvertAll(_words, word => byWord[word].ToArray());
    }

    /// <param name="Suggestion">What is offered.</param>
    /// <param name="Words">The words of its title.</param>
    /// <param name="Worth">Orders what fits equally well.</param>
    private sealed record Entry(Suggestion Suggestion, ImmutableArray<string> Words, float Worth);

    public static SuggestionList Of(SectionIndex index)
    {
        var reader = new WordReader(new Lexicon());
        var shared = index.Documents.GroupBy(document => document.Section.Title, StringComparer.OrdinalIgnoreCase).Where(group => group.Skip(1).Any()).Select(group => group.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var pages = index.Documents.DistinctBy(document => document.Page.Route, StringComparer.Ordinal).ToDictionary(document => document.Page.Route, document => document.Page.Title, StringComparer.Ordinal);
        var titles = index.Parts.SelectMany(part => part.Documents.Zip(part.Titles)).Where(titled => titled.First.Section.Title.Length > 0)
            .Select(titled => EntryOf(titled.First, shared.Contains(titled.First.Section.Title) ? PlaceOf(titled.First, pages) : null, titled.Second));
        return new SuggestionList([.. titles, .. index.Names.Select(name => NameOf(name, reader))]);
    }

    /// <summary>Entries that have every word of the text, the last one perhaps unfinished, each perhaps with one slip.</summary>
    public ImmutableArray<Suggestion> For(string text, int limit)
    {
        var words = new List<Word>();
        new WordReader(new Lexicon()).Read(QueryText.Parse(text).Plain, words);
        var asked = words.Where(word => word.Kind == WordKind.Plain).Select(word => word.Lexeme.Text).Distinct().Take(MaxWords).ToArray();
        if (asked.Length == 0)
            return [];
        Dictionary<int, float>? fitting = null;
        foreach (var word in asked)
        {
            var found = Fitting(word, isLast: word == asked[^1]);
            fitting = fitting is null ? found : fitting.Where(entry => found.ContainsKey(entry.Key)).ToDictionary(entry => entry.Key, entry => entry.Value + found[entry.Key]);
            if (fitting.Count == 0)
                return [];
        }
        return
        [
            .. fitting!.Select(entry => (Entry: _entries[entry.Key], Score: (entry.Value / asked.Length) + (0.5f * Math.Min(1, asked.Length / (float)_entries[entry.Key].Words.Length)) + _entries[entry.Key].Worth, entry.Key))
                .OrderByDescending(entry => entry.Score).ThenBy(entry => entry.Entry.Suggestion.Text.Length).ThenBy(entry => entry.Key)
                .DistinctBy(entry => entry.Entry.Suggestion.Text, StringComparer.OrdinalIgnoreCase).Take(limit).Select(entry => entry.Entry.Suggestion),
        ];
    }

    /// <summary>What tells a title from others of the same words: the page of a section, the page above a page.</summary>
    private static string? PlaceOf(SearchDocument document, Dictionary<string, string> pages) =>
        document.Kind != SearchKind.Page ? document.Page.Title : document.Page.Parent is { } parent ? pages.GetValueOrDefault(parent) : null;

    private static Entry EntryOf(SearchDocument document, string? place, ImmutableArray<string> words)
    {
        var (kind, worth) = document.Kind switch
        {
            SearchKind.Issue => (SuggestionKind.Issue, 0.2f),
            SearchKind.Page => (SuggestionKind.Page, 0.15f),
            _ => (SuggestionKind.Section, 0f),
        };
        return new Entry(new Suggestion(place is null ? document.Section.Title : $"{document.Section.Title} – {place}", document.Url, kind), words, worth);
    }

    private static Entry NameOf(string name, WordReader reader)
    {
        var words = new List<Word>();
        reader.Read(name, words);
        return new Entry(new Suggestion(name, $"/search?q={Uri.EscapeDataString(name)}", SuggestionKind.Identifier), [.. words.Where(word => word.Kind == WordKind.Plain).Select(word => word.Lexeme.Text)], -0.2f);
    }

    /// <summary>The entries with a word, and how well it fits: whole 1, as a beginning less, with a slip least.</summary>
    private Dictionary<int, float> Fitting(string word, bool isLast)
    {
        var found = new Dictionary<int, float>();
        for (var index = FirstFrom(word); index < _words.Length && _words[index].StartsWith(word, StringComparison.Ordinal); index++)
        {
            if (_words[index].Length == word.Length)
                Add(index, 1);
            else if (isLast || word.Length > 3)
                Add(index, isLast ? 0.8f : 0.6f);
        }
        if (found.Count == 0 && word.Length > 3)
            AddWithSlip(word, isLast);
        return found;

        void Add(int index, float fit)
        {
            foreach (var entry in _entriesByWord[index])
                found[entry] = Math.Max(found.GetValueOrDefault(entry), fit);
        }

        void AddWithSlip(string mistyped, bool isBeginning)
        {
            for (var index = FirstFrom(mistyped[..1]); index < _words.Length && _words[index][0] == mistyped[0]; index++)
            {
                var candidate = _words[index].AsSpan();
                for (var length = Math.Max(1, mistyped.Length - 1); length <= Math.Min(candidate.Length, mistyped.Length + 1); length++)
                    if ((isBeginning || length == candidate.Length) && EditDistance.Within(mistyped, candidate[..length], 1) is not null)
                        Add(index, 0.5f);
            }
        }
    }

    private int FirstFrom(string word)
    {
        var index = Array.BinarySearch(_words, word, StringComparer.Ordinal);
        return index >= 0 ? index : ~index;
    }
}
