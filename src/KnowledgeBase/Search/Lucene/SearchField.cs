using System.Collections.Immutable;

namespace KnowledgeBase.Search.Lucene;

/// <summary>A field of the index: what part of a section a word stands in.</summary>
/// <param name="Number">Its place in <see cref="All"/>.</param>
/// <param name="Name">In the index and in explanations.</param>
/// <param name="Weight">How many occurrences in the body one here is worth.</param>
/// <param name="LengthShare">How much a long field counts against its words, 0 to 1 (the <c>b</c> of BM25).</param>
internal sealed record SearchField(int Number, string Name, float Weight, float LengthShare)
{
    public static readonly SearchField Title = new(0, "title", 6, 0.5f);
    public static readonly SearchField Page = new(1, "page", 2.5f, 0.4f);
    public static readonly SearchField Path = new(2, "path", 1.2f, 0.4f);
    public static readonly SearchField Body = new(3, "body", 1, 0.7f);
    public static readonly SearchField Code = new(4, "code", 0.5f, 0.7f);
    public static readonly SearchField Identifier = new(5, "identifier", 2, 0.3f);
    public static readonly SearchField Tag = new(6, "tag", 1, 0.3f);

    public static readonly ImmutableArray<SearchField> All = [Title, Page, Path, Body, Code, Identifier, Tag];
}
