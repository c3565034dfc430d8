using System.Collections.Frozen;
using System.Collections.Immutable;
using KnowledgeBase.Content;

namespace KnowledgeBase.Search.Lucene;

/// <summary>Another way to say an entry of the synonyms.</summary>
/// <param name="Words">Its words.</param>
/// <param name="IsEqual">It means the same; otherwise it is only near.</param>
/// <param name="Label">As the author wrote it.</param>
internal sealed record Synonym(ImmutableArray<Lexeme> Words, bool IsEqual, string Label);

/// <summary>The synonyms of a site, found by the stems of the words that are asked for. Immutable; safe to share.</summary>
internal sealed class SynonymTable
{
    private readonly FrozenDictionary<string, ImmutableArray<(ImmutableArray<string> Stems, Synonym Synonym)>> _byFirstStem;

    private SynonymTable(FrozenDictionary<string, ImmutableArray<(ImmutableArray<string> Stems, Synonym Synonym)>> byFirstStem) => _byFirstStem = byFirstStem;

    public static SynonymTable Of(ImmutableArray<SynonymGroup> groups)
    {
        var reader = new WordReader(new Lexicon());
        var rules = new List<(ImmutableArray<string> Stems, Synonym Synonym)>();
        foreach (var group in groups)
        {
            var entries = group.Entries.Select(entry => (Label: entry, Words: WordsOf(reader, entry))).Where(entry => entry.Words.Length > 0).ToArray();
            var asked = group.Relation == SynonymRelation.Implies ? entries[..Math.Min(1, entries.Length)] : entries;
            foreach (var from in asked)
                foreach (var to in entries.Where(to => to != from))
                    rules.Add(([.. from.Words.Select(word => word.Stem)], new Synonym(to.Words, group.Relation == SynonymRelation.Equal, to.Label)));
        }
        return new SynonymTable(rules.GroupBy(rule => rule.Stems[0], StringComparer.Ordinal).ToFrozenDictionary(rule => rule.Key, rule => rule.ToImmutableArray(), StringComparer.Ordinal));
    }

    /// <summary>What may stand for the words from <paramref name="start"/> on, with how many words it replaces.</summary>
    public IEnumerable<(Synonym Synonym, int Length)> At(IReadOnlyList<Lexeme> words, int start)
    {
        foreach (var (stems, synonym) in _byFirstStem.GetValueOrDefault(words[start].Stem, []))
        {
            if (start + stems.Length <= words.Count && stems.Index().All(stem => words[start + stem.Index].Stem == stem.Item))
                yield return (synonym, stems.Length);
        }
    }

    private static ImmutableArray<Lexeme> WordsOf(WordReader reader, string entry)
    {
        var words = new List<Word>();
        reader.Read(entry, words);
        return [.. words.Where(word => word.Kind == WordKind.Plain).Select(word => word.Lexeme)];
    }
}
