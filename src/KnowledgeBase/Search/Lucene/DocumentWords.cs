using System.Collections.Immutable;
using System.Runtime.InteropServices;
using KnowledgeBase.Content;

namespace KnowledgeBase.Search.Lucene;

/// <summary>The words of a document, field by field. Reused from one document to the next; not safe to share.</summary>
internal sealed class DocumentWords(Lexicon lexicon)
{
    private readonly WordReader _reader = new(lexicon);
    private readonly List<Word> _found = [];
    private readonly ImmutableArray<List<Word>> _words = [.. SearchField.All.Select(_ => new List<Word>())];
    private readonly int[] _positions = new int[SearchField.All.Length];

    /// <summary>What stands between two texts of one field, so that no phrase spans them.</summary>
    private const int Gap = 8;

    /// <summary>Every identifier that was read, as first written, and how often.</summary>
    public Dictionary<string, (string Written, int Count)> Identifiers { get; } = new(StringComparer.Ordinal);

    /// <summary>Abbreviations that the texts explain.</summary>
    public Abbreviations Abbreviations { get; } = new();

    public List<Word> this[SearchField field] => _words[field.Number];

    /// <summary>How many words the field has, identifiers and joined forms not counted.</summary>
    public int LengthOf(SearchField field) => field == SearchField.Identifier ? _words[field.Number].Count : _words[field.Number].Count(word => word.Kind == WordKind.Plain);

    /// <summary>Reads a document in place of the one before.</summary>
    public DocumentWords Read(SearchDocument document)
    {
        foreach (var words in _words)
            words.Clear();
        Array.Clear(_positions);
        var (page, section, issue) = (document.Page, document.Section, document.Issue);
        Add(SearchField.Title, section.Title);
        Abbreviations.Read(section.Title);
        Add(SearchField.Page, document.Kind == SearchKind.Page ? page.Menu : page.Title);
        foreach (var above in section.Above)
            Add(SearchField.Path, above);
        Add(SearchField.Path, page.Route);
        AddText(section);
        foreach (var part in document.Parts)
        {
            Add(SearchField.Body, part.Title);
            AddText(part);
        }
        foreach (var tag in page.Taxonomy.SelectMany(type => type.Value).Concat(issue?.AffectedRegions ?? []).Distinct(StringComparer.OrdinalIgnoreCase))
            Add(SearchField.Tag, tag);
        return this;
    }

    private void AddText(Section section)
    {
        var text = section.Text;
        Add(SearchField.Body, text);
        Abbreviations.Read(text);
        Add(SearchField.Code, section.Code);
    }

    private void Add(SearchField field, string text)
    {
        _found.Clear();
        var end = _reader.Read(text, _found, _positions[field.Number]);
        _positions[field.Number] = end + Gap;
        foreach (var word in _found)
        {
            if (word.Kind != WordKind.Identifier)
                _words[field.Number].Add(word);
            else if (field != SearchField.Path)
                AddIdentifier(word, text);
        }
    }

    private void AddIdentifier(Word word, string text)
    {
        var identifiers = _words[SearchField.Identifier.Number];
        identifiers.Add(word with { Position = identifiers.Count });
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(Identifiers, word.Lexeme.Text, out _);
        known = (known.Written ?? text[word.Start..word.End], known.Count + 1);
    }
}
