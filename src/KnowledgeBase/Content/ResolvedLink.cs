using System.Collections.Immutable;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Content;

/// <summary>Where a target leads, what of it belongs into the tag's attributes, and what the author should know.</summary>
internal sealed record ResolvedLink
{
    public required PageLink Link { get; init; }

    /// <summary>Attributes that Grav takes out of the query (<c>?classes=a,b&amp;id=x</c>), in order.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Attributes { get; init; } = [];

    /// <summary>Leads to another site.</summary>
    public bool IsExternal { get; init; }

    public LinkProblem? Problem { get; init; }
}

/// <summary>A diagnostic whose place the caller knows.</summary>
internal sealed record LinkProblem(DiagnosticCode Code, string Message, string? Advice = null);
