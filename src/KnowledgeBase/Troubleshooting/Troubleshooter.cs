using System.Collections.Immutable;
using KnowledgeBase.Troubleshooting.Evidence;

namespace KnowledgeBase.Troubleshooting;

/// <summary>The rules of one topic, compiled: from answers to a diagnosis and the next question. Immutable; safe to share; every method is a pure function.</summary>
public sealed class Troubleshooter
{
    private readonly ImmutableDictionary<FactId, int> _positions;

    internal Troubleshooter(Topic topic, ImmutableArray<Fact> facts, ImmutableArray<Implication> implications, ImmutableArray<IssueRule> issues, ImmutableArray<EvidenceReader> readers, Aliases aliases)
    {
        Topic = topic;
        Facts = facts;
        Implications = implications;
        Issues = issues;
        Readers = readers;
        Aliases = aliases;
        _positions = facts.Index().ToImmutableDictionary(pair => pair.Item.Id, pair => pair.Index);
        Deduction = new Deduction(facts, implications);
        Interview = new Interview(topic, Deduction, issues);
        Links = new AnswerLinks(this);
    }

    public Topic Topic { get; }

    /// <summary>The facts that conditions of this topic speak of, directly or through implications, in the order of the file.</summary>
    public ImmutableArray<Fact> Facts { get; }

    public ImmutableArray<Implication> Implications { get; }

    /// <summary>In page order.</summary>
    public ImmutableArray<IssueRule> Issues { get; }

    /// <summary>The readers of pasted output that may answer a fact of this topic.</summary>
    public ImmutableArray<EvidenceReader> Readers { get; }

    /// <summary>Answers as links, and links as answers.</summary>
    public AnswerLinks Links { get; }

    internal Aliases Aliases { get; }

    internal Deduction Deduction { get; }

    internal Interview Interview { get; }

    /// <summary>The question that an interview begins with; null in a topic where nothing can be asked.</summary>
    public Fact? First => Diagnose(Answers.None).Next;

    /// <summary>Position of a fact among <see cref="Facts"/>, -1 where the topic does not have it.</summary>
    public int PositionOf(FactId fact) => _positions.GetValueOrDefault(fact, -1);

    /// <summary>A fact by its name, null where the topic does not have it.</summary>
    public Fact? Find(FactId fact) => PositionOf(fact) is var position and >= 0 ? Facts[position] : null;

    /// <summary>A fact by its name of today or a former one, null where the topic does not have it.</summary>
    public Fact? FactNamed(string name) => Find(Aliases.Today(new FactId(name)));

    /// <summary>What the answers mean. Answers to other topics' facts, and options that do not exist, are left out.</summary>
    public Diagnosis Diagnose(Answers answers) => new Reading(this, answers).Diagnose();

    /// <summary>The next question alone, without verdicts; null where the interview is over or the answers exclude each other.</summary>
    public Fact? Next(Answers answers) => new Reading(this, answers).Next();

    /// <summary>Whether answers exclude each other.</summary>
    internal bool IsContradictory(Answers answers) => new Reading(this, answers).IsContradictory;

    /// <summary>What answers lead to: the issues that match, then those that are possible.</summary>
    internal ImmutableArray<IssueVerdict> OutcomesOf(Answers answers) => new Reading(this, answers).Outcomes();

    /// <summary>What each option of a fact would change, then "I do not know" where that is an answer. An answer already given to the fact is left out of account.</summary>
    public ImmutableArray<OptionEffect> EffectsOf(FactId fact, Answers answers)
    {
        if (Find(fact) is not { } asked)
            return [];
        var without = answers.Without(fact);
        var before = new Reading(this, without).Standing();
        var options = asked.Options.Select(option => (Option?)option).Concat(asked.AllowsUnknown ? [null] : []);
        return [.. options.Select(option => EffectOf(option, new Reading(this, without.With(new Answer(fact, option?.Id))), before))];
    }

    private OptionEffect EffectOf(Option? option, Reading after, ImmutableArray<MatchStatus> before)
    {
        if (after.IsContradictory)
            return new OptionEffect(option, true, [], [], []);
        var standing = after.Standing();
        return new OptionEffect(
            option, false,
            [.. Issues.Where((_, index) => standing[index] != MatchStatus.RuledOut)],
            [.. Issues.Where((_, index) => standing[index] == MatchStatus.Match)],
            [.. Issues.Where((_, index) => standing[index] == MatchStatus.RuledOut && (before.Length == 0 || before[index] != MatchStatus.RuledOut))]);
    }

    /// <summary>Reads pasted output with every reader of the topic. Nothing of the text is kept but the lines that facts were found in.</summary>
    public EvidenceReading ReadEvidence(string text) => EvidenceReading.Of(this, text);

    /// <summary>The readers that may still change something: one of their facts is open and would decide something open.</summary>
    public ImmutableArray<EvidenceReader> UsefulReaders(Answers answers)
    {
        var reading = new Reading(this, answers);
        return [.. Readers.Where(reader => reader.Facts.Any(fact => PositionOf(fact) is var position and >= 0 && reading.IsUseful(position)))];
    }
}
