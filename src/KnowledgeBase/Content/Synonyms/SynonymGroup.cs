using System.Collections.Immutable;

namespace KnowledgeBase.Content;

public enum SynonymRelation
{
    /// <summary>Two ways to write one thing: <c>SG = security group</c>.</summary>
    Equal,

    /// <summary>Words near in meaning: <c>freeze, hang, stall</c>.</summary>
    Related,

    /// <summary>Who asks for the first may mean the others, but not the other way round: <c>website => web server, HTTP</c>.</summary>
    Implies,
}

/// <summary>A line of <c>search/synonyms.txt</c>. Immutable.</summary>
/// <param name="Relation">What the line says of its entries.</param>
/// <param name="Entries">Words or short phrases as written, at least two; of <see cref="SynonymRelation.Implies"/>, what is asked for comes first.</param>
public sealed record SynonymGroup(SynonymRelation Relation, ImmutableArray<string> Entries);
