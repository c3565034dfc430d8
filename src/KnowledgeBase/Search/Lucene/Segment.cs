using Lucene.Net.Index;

namespace KnowledgeBase.Search.Lucene;

/// <summary>A part of the index.</summary>
/// <param name="First">The number of its first document; Lucene counts those of each segment from 0.</param>
/// <param name="Reader">Lucene's reader.</param>
internal sealed record Segment(int First, AtomicReader Reader);
