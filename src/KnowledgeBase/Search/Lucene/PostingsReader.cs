using System.Collections.Immutable;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KnowledgeBase.Search.Lucene;

/// <summary>Where a term stands: how often in which document, or at which positions. One for each question; not safe to share.</summary>
internal sealed class PostingsReader(ImmutableArray<Segment> segments)
{
    private readonly TermsEnum?[][] _terms = [.. segments.Select(segment => (TermsEnum?[])[.. SearchField.All.Select(field => segment.Reader.GetTerms(field.Name)?.GetEnumerator())])];
    private readonly BytesRef _bytes = new(Lexicon.MaxLength * 4);
    // Of each segment its own: Lucene only takes one again where it came from.
    private readonly DocsEnum?[] _documents = new DocsEnum?[segments.Length];

    /// <summary>Adds the occurrences of a term in a field to those of other terms, each weighted; a document's first one is written down.</summary>
    public void AddOccurrences(SearchField field, WeightedTerm term, float[] norms, Occurrences occurrences)
    {
        for (var number = 0; number < segments.Length; number++)
        {
            if (Find(number, field, term.Text) is not { } found)
                continue;
            var first = segments[number].First;
            var documents = _documents[number] = found.Docs(null, _documents[number], DocsFlags.FREQS);
            for (var document = documents.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.NextDoc())
                occurrences.Add(document + first, term.Weight * documents.Freq * norms[document + first], field == SearchField.Title);
        }
    }

    /// <summary>The places of the term in the field; null where it does not stand there.</summary>
    public TermPlaces? Places(SearchField field, string term)
    {
        var found = ImmutableArray.CreateBuilder<(int First, DocsAndPositionsEnum Positions)>();
        for (var number = 0; number < segments.Length; number++)
            if (Find(number, field, term)?.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE) is { } positions)
                found.Add((segments[number].First, positions));
        return found.Count > 0 ? new TermPlaces(found.ToImmutable()) : null;
    }

    /// <summary>How often words follow each other in a field, by document.</summary>
    public Dictionary<int, int> Phrase(SearchField field, ImmutableArray<WordForm> words)
    {
        var counts = new Dictionary<int, int>();
        var forms = words.Select(word => new FormPlaces(word, this, field)).ToArray();
        if (forms.Any(form => form.IsEmpty))
            return counts;
        for (var document = forms[0].Next(0); document < int.MaxValue; document = forms[0].Next(document + 1))
        {
            if (Meeting(forms, ref document) && Count(forms) is > 0 and var times)
                counts[document] = times;
            if (document == int.MaxValue)
                break;
        }
        return counts;
    }

    /// <summary>Moves all forms to the next document that has every one of them; false where there is none any more.</summary>
    private static bool Meeting(FormPlaces[] forms, ref int document)
    {
        for (var index = 1; index < forms.Length; index++)
        {
            var next = forms[index].Next(document);
            if (next == document)
                continue;
            document = next == int.MaxValue ? next : forms[0].Next(next);
            if (document == int.MaxValue)
                return false;
            // Another document: all others are asked again.
            index = 0;
        }
        return document != int.MaxValue;
    }

    private static int Count(FormPlaces[] forms)
    {
        var starts = forms[0].Places();
        var count = starts.Count;
        for (var index = 1; index < forms.Length && count > 0; index++)
        {
            var next = forms[index].Places();
            var kept = 0;
            for (var place = 0; place < count; place++)
                if (next.Contains(starts[place] + index))
                    starts[kept++] = starts[place];
            count = kept;
        }
        return count;
    }

    private TermsEnum? Find(int segment, SearchField field, string term)
    {
        if (_terms[segment][field.Number] is not { } terms)
            return null;
        _bytes.CopyChars(term);
        return terms.SeekExact(_bytes) ? terms : null;
    }
}
