using System.Collections.Immutable;
using System.Text;

namespace KnowledgeBase.Troubleshooting;

/// <summary>
/// Answers as links, and links as answers. A link holds the whole state: <c>fact=option</c> in the order of the facts, the reserved option <c>unknown</c>,
/// and the reserved keys <c>pasted</c> (facts read from pasted output), <c>undecided</c> (readers that could not decide) and <c>tried</c> (issues whose
/// solutions did not help). Immutable; safe to share.
/// </summary>
public sealed class AnswerLinks
{
    public const string Pasted = "pasted";
    public const string Undecided = "undecided";
    public const string Tried = "tried";

    /// <summary>Issues that a link remembers as tried; whoever tried as many needs somebody to ask, and no further address.</summary>
    public const int MostTried = 20;

    private readonly Troubleshooter _rules;

    internal AnswerLinks(Troubleshooter rules) => _rules = rules;

    /// <summary>Path and query of the page that asks a fact, the answer to it included where there is one.</summary>
    public string ToQuestion(FactId fact, Answers answers) => $"{Root}/{fact.Value}{ToQuery(answers)}";

    /// <summary>Path and query of the result.</summary>
    public string ToResult(Answers answers) => $"{Root}/result{ToQuery(answers)}";

    /// <summary>Path and query of the page for pasted output.</summary>
    public string ToEvidence(Answers answers) => $"{Root}/evidence{ToQuery(answers)}";

    private string Root => $"/troubleshoot/{_rules.Topic.Id.Value}";

    /// <summary>The canonical query with its question mark; empty without answers.</summary>
    public string ToQuery(Answers answers)
    {
        var query = new StringBuilder();
        var given = _rules.Facts.Select(fact => answers[fact.Id]).OfType<Answer>().Where(IsKnown).ToList();
        foreach (var answer in given)
            Add(answer.Fact.Value, (answer.Option ?? OptionId.Unknown).Value);
        AddList(Pasted, given.Where(answer => answer is { IsPasted: true, Option: not null }).Select(answer => answer.Fact.Value));
        AddList(Undecided, _rules.Readers.Select(reader => reader.Id).Where(answers.Undecided.Contains));
        AddList(Tried, InPageOrder(answers.Tried.ToHashSet()).Select(issue => issue.Value));
        return query.ToString();

        void Add(string key, string value) => query.Append(query.Length == 0 ? '?' : '&').Append(key).Append('=').Append(value);

        void AddList(string key, IEnumerable<string> values)
        {
            if (string.Join(',', values) is { Length: > 0 } list)
                Add(key, list);
        }
    }

    private bool IsKnown(Answer answer) =>
        _rules.Find(answer.Fact) is { } fact && (answer.Option is { } option ? fact.IndexOf(option) >= 0 : fact.AllowsUnknown);

    /// <summary>
    /// Reads the keys and values of a query in any order. Of several values of one key the last that is not empty counts, since a form sends an empty one
    /// before the visitor's choice. Former names are understood; what this topic does not know is dropped.
    /// </summary>
    public LinkReading Read(IEnumerable<KeyValuePair<string, string>> query)
    {
        var values = new Dictionary<FactId, OptionId>();
        var (empty, dropped) = (new HashSet<FactId>(), ImmutableArray.CreateBuilder<string>());
        var (pasted, undecided, tried) = (new HashSet<FactId>(), new HashSet<string>(StringComparer.Ordinal), new HashSet<RuleId>());
        foreach (var (key, value) in query)
        {
            var fact = _rules.Aliases.Today(new FactId(key));
            if (key == Pasted)
                pasted.UnionWith(Split(value).Select(name => _rules.Aliases.Today(new FactId(name))));
            else if (key == Undecided)
                undecided.UnionWith(Split(value));
            else if (key == Tried)
                tried.UnionWith(Split(value).Select(issue => new RuleId(issue)));
            else if (_rules.PositionOf(fact) < 0)
                dropped.Add(key);
            else if (value.Length > 0)
                values[fact] = _rules.Aliases.Today(fact, new OptionId(value));
            else
                empty.Add(fact);
        }
        var (given, stale) = (ImmutableArray.CreateBuilder<Answer>(), ImmutableArray.CreateBuilder<Fact>());
        foreach (var fact in _rules.Facts.Where(fact => values.ContainsKey(fact.Id)))
        {
            var option = values[fact.Id];
            if (fact.IndexOf(option) >= 0)
                given.Add(new Answer(fact.Id, option, pasted.Contains(fact.Id)));
            else if (option == OptionId.Unknown && fact.AllowsUnknown)
                given.Add(new Answer(fact.Id, null));
            else
                stale.Add(fact);
        }
        return new LinkReading
        {
            Answers = Answers.None.Keep(given) with
            {
                Undecided = [.. _rules.Readers.Select(reader => reader.Id).Where(undecided.Contains)],
                Tried = [.. InPageOrder(tried)],
            },
            Unanswered = [.. _rules.Facts.Where(fact => empty.Contains(fact.Id) && !values.ContainsKey(fact.Id))],
            Stale = stale.ToImmutable(),
            Dropped = dropped.ToImmutable(),
        };
    }

    private IEnumerable<RuleId> InPageOrder(HashSet<RuleId> tried) => _rules.Issues.Select(issue => issue.Id).Where(tried.Contains).Take(MostTried);

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>What a link says. Immutable.</summary>
public sealed record LinkReading
{
    public required Answers Answers { get; init; }

    /// <summary>Facts that were asked, and the form was sent without an answer.</summary>
    public required ImmutableArray<Fact> Unanswered { get; init; }

    /// <summary>Facts whose answer names an option that does not exist any more; they are asked again.</summary>
    public required ImmutableArray<Fact> Stale { get; init; }

    /// <summary>Keys that mean nothing here, as written.</summary>
    public required ImmutableArray<string> Dropped { get; init; }
}
