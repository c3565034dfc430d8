using System.Collections.Immutable;
using Lucene.Net.Index;

namespace KnowledgeBase.Search.Lucene;

/// <summary>
/// The documents of some pages that follow each other, indexed by themselves, so that the next edition can have them again. Nothing in it depends on where
/// they stand in the whole. Immutable; safe to share.
/// </summary>
/// <param name="Documents">What is in it, in the order of the site.</param>
/// <param name="Reader">Lucene's reader, which counts the documents from 0.</param>
/// <param name="Lengths">Words of each field of each document, by field.</param>
/// <param name="Titles">The words of each document's title.</param>
/// <param name="Names">Identifiers by their compared form: as first written, and how often.</param>
/// <param name="Abbreviations">Abbreviations that the texts explain.</param>
internal sealed record IndexPart(
    ImmutableArray<SearchDocument> Documents, AtomicReader Reader, int[][] Lengths, ImmutableArray<ImmutableArray<string>> Titles,
    IReadOnlyDictionary<string, (string Written, int Count)> Names, Abbreviations Abbreviations)
{
    /// <summary>Parts of a large site: each is one more place to look every word up in, and the more there are, the less is made anew after a save.</summary>
    private const int Most = 8;

    /// <summary>Documents for which a part pays: of two times as many parts, a question asks nearly twice as long.</summary>
    private const int Least = 800;

    /// <summary>How many times the documents of an even share a part may grow to before the site is cut anew.</summary>
    private const int MostShares = 2;

    /// <summary>This part for the same documents in the next edition; null where they are other ones, or say something else.</summary>
    public IndexPart? For(ImmutableArray<SearchDocument> documents) =>
        Documents.Length == documents.Length && Documents.Zip(documents).All(pair => pair.First.SaysTheSameAs(pair.Second)) ? this with { Documents = documents } : null;

    /// <summary>Cuts the documents of a site between pages: where the edition before was cut, or evenly.</summary>
    public static ImmutableArray<ImmutableArray<SearchDocument>> Cut(ImmutableArray<SearchDocument> documents, ImmutableArray<IndexPart> before)
    {
        var share = Math.Max(Least, (documents.Length + Most - 1) / Most);
        var starts = before.Select(part => part.Documents[0].Page.Route).ToHashSet(StringComparer.Ordinal);
        var known = Cut(documents, (document, _) => starts.Contains(document.Page.Route));
        return known.All(part => part.Length <= share * MostShares) ? known : Cut(documents, (_, length) => length >= share);
    }

    private static ImmutableArray<ImmutableArray<SearchDocument>> Cut(ImmutableArray<SearchDocument> documents, Func<SearchDocument, int, bool> begins)
    {
        var parts = ImmutableArray.CreateBuilder<ImmutableArray<SearchDocument>>();
        var start = 0;
        for (var index = 1; index <= documents.Length; index++)
        {
            var isBetweenPages = index == documents.Length || documents[index].PageNumber != documents[index - 1].PageNumber;
            if (!isBetweenPages || (index < documents.Length && !begins(documents[index], index - start)))
                continue;
            parts.Add(documents[start..index]);
            start = index;
        }
        return parts.ToImmutable();
    }
}
