using System.Collections.Immutable;
using KnowledgeBase.Troubleshooting;

namespace KnowledgeBase.Export;

/// <summary>The topics of the wizard, with everything that they can ask. Names and shapes are a contract.</summary>
public sealed record TopicList(string Version, ImmutableArray<TopicDocument> Topics)
{
    public TopicList(KnowledgeSnapshot snapshot)
        : this(snapshot.Version, [.. snapshot.Troubleshooters.Select(topic => new TopicDocument(topic))])
    {
    }
}

/// <summary>One topic.</summary>
public sealed record TopicDocument(string Id, string Title, ImmutableArray<FactDocument> Facts)
{
    public TopicDocument(Troubleshooter rules)
        : this(rules.Topic.Id.Value, rules.Topic.Title, [.. rules.Facts.Select(fact => new FactDocument(fact))])
    {
    }
}

/// <summary>Something that is asked.</summary>
/// <param name="Id">Its key in a query.</param>
/// <param name="Ask">The question.</param>
/// <param name="Help">One sentence that helps to answer.</param>
/// <param name="FindOut">A command that shows the answer.</param>
/// <param name="Evidence">Name of the reader of pasted output that may answer it.</param>
/// <param name="UnknownAllowed">Whether <c>unknown</c> is an answer.</param>
/// <param name="Options">The answers.</param>
public sealed record FactDocument(string Id, string Ask, string? Help, string? FindOut, string? Evidence, bool UnknownAllowed, ImmutableArray<OptionDocument> Options)
{
    public FactDocument(Fact fact)
        : this(fact.Id.Value, fact.Ask, fact.Help, fact.FindOut, fact.Evidence, fact.AllowsUnknown, OptionDocument.Of(fact))
    {
    }
}

/// <summary>A possible answer.</summary>
public sealed record OptionDocument(string Id, string Label)
{
    internal static ImmutableArray<OptionDocument> Of(Fact fact) => [.. fact.Options.Select(option => new OptionDocument(option.Id.Value, option.Label))];
}
