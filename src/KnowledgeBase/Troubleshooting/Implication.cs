using System.Collections.Immutable;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Troubleshooting;

/// <summary>What follows of answers, whatever is wrong: where every line of <see cref="If"/> holds, every line of <see cref="Then"/> does. Immutable.</summary>
/// <param name="If">All must hold; at least one.</param>
/// <param name="Then">What follows; at least one.</param>
/// <param name="Because">The reason in a sentence without a full stop, for visitors.</param>
/// <param name="Location">Where it stands.</param>
public sealed record Implication(ImmutableArray<Literal> If, ImmutableArray<Literal> Then, string Because, SourceLocation Location);
