using KnowledgeBase.Content;

namespace KnowledgeBase;

/// <summary>How to build; nothing here changes what the same files mean.</summary>
public sealed record BuildOptions
{
    public ContentLimits Limits { get; init; } = ContentLimits.Default;

    /// <summary>Threads that parse; by default one for each processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether code gets classes for its colours; a check of the content has no use for them.</summary>
    public bool ColoursCode { get; init; } = true;

    /// <summary>Whether a builder keeps pages, so that its next build parses only what has changed; for builders that build more than once.</summary>
    public bool KeepsPages { get; init; }

    /// <summary>Whether the wizard's rules are proved: contradictions, reach, overlap, scenarios. It adds diagnostics and changes nothing else. A builder proves rules again only where they have changed.</summary>
    public bool ProvesRules { get; init; } = true;

    /// <summary>Decides whether <c>publish_date</c> has come; local wall clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
