using System.Collections.Immutable;
using KnowledgeBase.Troubleshooting;
using KnowledgeBase.Web.Telemetry;
using KnowledgeBase.Web.Troubleshooting;

namespace KnowledgeBase.Web.Components.Pages.Troubleshoot;

/// <summary>
/// What an address of the interview shows: a pure function of edition and address, the same for a page that is loaded and for one that a circuit moves.
/// Immutable.
/// </summary>
public abstract record WizardStep
{
    private const string Result = "result";

    // Pages of a topic that are no step of its interview.
    private static readonly string[] OtherPages = ["result.txt", "evidence", "map"];

    private WizardStep()
    {
    }

    /// <summary>Something to read.</summary>
    /// <param name="Rules">Of the topic.</param>
    public abstract record Shown(Troubleshooter Rules) : WizardStep
    {
        public abstract string Heading { get; }

        /// <summary>What the browser calls it, without the site's name.</summary>
        public virtual string Title => Words.InTopic(Heading, Rules.Topic.Title);

        /// <summary>Where Back leads.</summary>
        public abstract string Back { get; }

        /// <summary>Whether somebody came here from another step, and not from elsewhere: then the heading takes the focus on.</summary>
        public bool IsArrival { get; init; }

        /// <summary>The word for what is shown, in statistics.</summary>
        internal abstract string Name { get; }
    }

    /// <summary>A question; with what is wrong where it was sent without an answer.</summary>
    /// <param name="Rules">Of the topic.</param>
    /// <param name="Fact">What is asked.</param>
    /// <param name="Answers">What was answered so far, an earlier answer to this question included.</param>
    /// <param name="IsUnanswered">The form was sent without a choice.</param>
    /// <param name="IsStale">The link named an option that does not exist any more.</param>
    public sealed record Asks(Troubleshooter Rules, Fact Fact, Answers Answers, bool IsUnanswered = false, bool IsStale = false) : Shown(Rules)
    {
        /// <summary>The answers to the other questions.</summary>
        public Answers Others => Answers.Without(Fact.Id);

        public override string Heading => Fact.Ask;

        public override string Title => (IsUnanswered ? Words.Error : "") + base.Title;

        public override string Back => WizardLinks.Before(Rules, Others);

        internal override string Name => "question";
    }

    /// <summary>What the answers mean.</summary>
    public sealed record Tells(Troubleshooter Rules, Diagnosis Diagnosis) : Shown(Rules)
    {
        /// <summary>Issues that match and were not tried.</summary>
        public ImmutableArray<IssueVerdict> Matches { get; } = [.. Diagnosis.Untried(MatchStatus.Match)];

        /// <summary>Issues that are possible and were not tried.</summary>
        public ImmutableArray<IssueVerdict> Possible { get; } = [.. Diagnosis.Untried(MatchStatus.Possible)];

        /// <summary>Nothing matches, whatever was tried.</summary>
        public bool IsFallback => Diagnosis.Contradiction is null && !Diagnosis.Matches.Any() && !Diagnosis.Possible.Any();

        /// <summary>What matches or is possible was tried, all of it.</summary>
        public bool IsAllTried => Diagnosis.Contradiction is null && !IsFallback && Matches.IsEmpty && Possible.IsEmpty;

        public override string Heading => Diagnosis.Contradiction is { } contradiction ? Words.CannotAllBeTrue(contradiction.Facts.Length)
            : IsFallback ? Rules.Topic.Fallback.Title
            : IsAllTried ? Words.AllTried
            : Diagnosis.Tried.Any() ? Words.FurtherTitle(Matches.Length, Possible.Length)
            : Words.ResultTitle(Matches.Length, Possible.Length);

        public override string Back => WizardLinks.Before(Rules, Diagnosis.Given);

        internal override string Name => Diagnosis.State == DiagnosisState.Question ? Result : Diagnosis.State.ToString().ToLowerInvariant();
    }

    /// <summary>The step is known by another address.</summary>
    public sealed record Moved(string Address) : WizardStep;

    /// <summary>There is no such topic, or the address is no step of one.</summary>
    public sealed record Missing : WizardStep;

    /// <param name="edition">What is read.</param>
    /// <param name="path">Decoded.</param>
    /// <param name="query">As written, with its question mark; null or empty for none.</param>
    public static WizardStep At(KnowledgeSnapshot edition, string path, string? query)
    {
        if (path.TrimEnd('/').Split('/') is not ["", var root, var topic, .. { Length: < 2 } rest] || !WizardLinks.Root.AsSpan(1).Equals(root, StringComparison.OrdinalIgnoreCase) || rest.Any(IsOther))
            return new Missing();
        if (edition.FindTopic(topic) is not { } rules)
            return edition.FindUnavailable(topic) is null ? new Missing() : new Moved(WizardLinks.Root);
        var pairs = QueryPairs.Of(query);
        var link = rules.Links.Read(pairs);
        return rest switch
        {
            [] => new Moved(rules.Diagnose(link.Answers).Canonical),
            [var page] when link.Stale is [var stale, ..] && IsStep(rules, page) => new Asks(rules, stale, link.Answers, IsStale: true),
            [var page] when page.Equals(Result, StringComparison.OrdinalIgnoreCase) => Tell(rules, rules.Diagnose(link.Answers), path + query),
            [var page, ..] => Ask(rules, page, link.Answers, pairs, path + query),
        };
    }

    /// <summary>The step that an address of this site leads to, after all its moves; null where that is no step.</summary>
    /// <param name="edition">What is read.</param>
    /// <param name="address">Path and query.</param>
    public static (string Address, Shown Step)? Find(KnowledgeSnapshot edition, string address)
    {
        for (var moves = 0; moves < 4; moves++)
        {
            var query = address.IndexOf('?', StringComparison.Ordinal) is var mark and >= 0 ? mark : address.Length;
            switch (At(edition, Uri.UnescapeDataString(address[..query]), address[query..]))
            {
                case Shown step:
                    return (address, step);
                case Moved moved:
                    address = moved.Address;
                    break;
                default:
                    return null;
            }
        }
        return null;
    }

    /// <summary>Whether two addresses are one; the comma of a list may be encoded.</summary>
    public static bool IsSame(string asked, string canonical) => string.Equals(asked.Replace("%2C", ",", StringComparison.OrdinalIgnoreCase), canonical, StringComparison.Ordinal);

    /// <summary>An address from what a request holds of it: each part of the path encoded once, so that decoding it once gives the same path.</summary>
    /// <param name="path">Decoded.</param>
    /// <param name="query">As written, with its question mark; null or empty for none.</param>
    public static string AddressOf(string path, string? query) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString)) + query;

    private static bool IsStep(Troubleshooter rules, string page) => page.Equals(Result, StringComparison.OrdinalIgnoreCase) || rules.FactNamed(page) is not null;

    private static bool IsOther(string page) => OtherPages.Contains(page, StringComparer.OrdinalIgnoreCase);

    private static WizardStep Tell(Troubleshooter rules, Diagnosis diagnosis, string asked) =>
        IsSame(asked, diagnosis.ResultPath) ? new Tells(rules, diagnosis) : new Moved(diagnosis.ResultPath);

    private static WizardStep Ask(Troubleshooter rules, string page, Answers answers, IEnumerable<KeyValuePair<string, string>> query, string asked)
    {
        if (rules.FactNamed(page) is not { } fact)
            return new Moved(rules.Diagnose(answers).Canonical);
        // A form sends an empty value before the choice; a link that shows an earlier answer has none.
        var isSent = query.Any(pair => pair.Value.Length == 0 && rules.FactNamed(pair.Key) == fact);
        if (isSent && answers[fact.Id] is not null)
            return new Moved(rules.Diagnose(answers).Canonical);
        return isSent || IsSame(asked, rules.Links.ToQuestion(fact.Id, answers)) ? new Asks(rules, fact, answers, IsUnanswered: isSent) : new Moved(rules.Links.ToQuestion(fact.Id, answers));
    }
}
