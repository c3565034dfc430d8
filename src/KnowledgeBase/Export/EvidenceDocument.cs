using System.Collections.Immutable;
using KnowledgeBase.Troubleshooting.Evidence;

namespace KnowledgeBase.Export;

/// <summary>What pasted output proves, as scripts see it. Names and shapes are a contract; the text itself is no part of it.</summary>
public sealed record EvidenceDocument(ImmutableArray<FoundFactDocument> Found, ImmutableArray<UndecidedReaderDocument> Undecided)
{
    public EvidenceDocument(EvidenceReading reading)
        : this(
            [.. reading.Found.Select(found => new FoundFactDocument(found.Fact.Id.Value, found.Option.Id.Value, found.Option.Label, found.Reader.Id, found.Line))],
            [.. reading.Undecided.Select(undecided => new UndecidedReaderDocument(undecided.Reader.Id, undecided.Because))])
    {
    }
}

/// <summary>An answer that was read.</summary>
/// <param name="Fact">What it answers.</param>
/// <param name="Option">The answer.</param>
/// <param name="Label">The answer in words.</param>
/// <param name="Reader">Who read it.</param>
/// <param name="Line">The number of the line that decided, from 1.</param>
public sealed record FoundFactDocument(string Fact, string Option, string Label, string Reader, int Line);

/// <summary>A reader that could not decide, and why.</summary>
public sealed record UndecidedReaderDocument(string Reader, string Because);
