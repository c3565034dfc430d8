using System.Collections.Immutable;

namespace KnowledgeBase.Troubleshooting;

/// <summary>Where an answer comes from.</summary>
public enum AnswerSource
{
    /// <summary>The visitor chose it.</summary>
    Said,

    /// <summary>It was read from pasted output.</summary>
    Pasted,

    /// <summary>It follows from other answers.</summary>
    Deduced,

    /// <summary>The visitor does not know.</summary>
    Unknown,
}

/// <summary>One answer as given.</summary>
/// <param name="Fact">What was asked.</param>
/// <param name="Option">The option, null for "I do not know".</param>
/// <param name="IsPasted">It was read from pasted output.</param>
public readonly record struct Answer(FactId Fact, OptionId? Option, bool IsPasted = false);

/// <summary>All answers of one interview: its whole state. At most one a fact; their order means nothing. Immutable.</summary>
public sealed record Answers
{
    public static Answers None { get; } = new();

    /// <summary>Each fact once.</summary>
    public ImmutableArray<Answer> Given { get; private init; } = [];

    /// <summary>Readers of pasted output that could not decide, as the link names them.</summary>
    public ImmutableArray<string> Undecided { get; init; } = [];

    /// <summary>Issues whose solutions were tried and did not help. They change no diagnosis, only what is worth showing next.</summary>
    public ImmutableArray<RuleId> Tried { get; init; } = [];

    /// <summary>The answer to a fact, null where it was not given.</summary>
    public Answer? this[FactId fact]
    {
        get
        {
            foreach (var answer in Given)
                if (answer.Fact == fact)
                    return answer;
            return null;
        }
    }

    /// <summary>These answers with one more, or another one to its fact.</summary>
    public Answers With(Answer answer) => this with { Given = [.. Given.Where(given => given.Fact != answer.Fact), answer] };

    /// <summary>These answers with one more.</summary>
    public Answers With(string fact, string option) => With(new Answer(new FactId(fact), option == OptionId.Unknown.Value ? null : new OptionId(option)));

    /// <summary>These answers without the one to a fact.</summary>
    public Answers Without(FactId fact) => this with { Given = Given.RemoveAll(given => given.Fact == fact) };

    /// <summary>Only these, in this order.</summary>
    internal Answers Keep(IEnumerable<Answer> given) => this with { Given = [.. given] };
}
