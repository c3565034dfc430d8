using System.Collections.Immutable;

namespace KnowledgeBase.Troubleshooting;

/// <summary>Former names of facts and options, so that old links go on working. Immutable.</summary>
/// <param name="Facts">Former name to today's.</param>
/// <param name="Options">Today's fact and the option's former name to today's.</param>
internal sealed record Aliases(ImmutableDictionary<FactId, FactId> Facts, ImmutableDictionary<(FactId Fact, OptionId Option), OptionId> Options)
{
    public static Aliases None { get; } = new(ImmutableDictionary<FactId, FactId>.Empty, ImmutableDictionary<(FactId Fact, OptionId Option), OptionId>.Empty);

    public FactId Today(FactId fact) => Facts.GetValueOrDefault(fact, fact);

    public OptionId Today(FactId fact, OptionId option) => Options.GetValueOrDefault((fact, option), option);
}
