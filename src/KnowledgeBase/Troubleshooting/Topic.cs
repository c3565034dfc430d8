using System.Collections.Immutable;
using KnowledgeBase.Content;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Troubleshooting;

/// <summary>Names a topic: the part of a link behind <c>/troubleshoot</c>.</summary>
public readonly record struct TopicId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>What one interview is about, and how it is led. Immutable.</summary>
public sealed record Topic
{
    public const int DefaultMaxQuestions = 12;

    public required TopicId Id { get; init; }

    public required string Title { get; init; }

    /// <summary>One sentence; null without one.</summary>
    public string? Description { get; init; }

    /// <summary>The author promises that every combination of answers leads to an issue.</summary>
    public bool IsExhaustive { get; init; }

    public FinishPolicy Finish { get; init; } = new FinishPolicy.Decided();

    /// <summary>Questions that are asked at most; answers read from pasted output do not count.</summary>
    public int MaxQuestions { get; init; } = DefaultMaxQuestions;

    /// <summary>Shown where nothing matches.</summary>
    public required Fallback Fallback { get; init; }

    /// <summary>Where the topic is described, else where it is first named.</summary>
    public required SourceLocation Location { get; init; }
}

/// <summary>What a visitor reads where no known issue matches.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Body">What to do now; empty without a text.</param>
/// <param name="Contact">Route or address of whoever helps; null without one.</param>
public sealed record Fallback(string Title, RichText Body, string? Contact)
{
    public static Fallback Default { get; } = new("No known issue matches", RichText.Empty, null);
}

/// <summary>A topic whose rules cannot be used; it steps aside, and the diagnostics say why.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Title">What visitors call it.</param>
/// <param name="Reason">One sentence without a full stop, for authors.</param>
public sealed record UnavailableTopic(TopicId Id, string Title, string Reason);
