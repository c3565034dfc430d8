using System.Collections.Immutable;
using KnowledgeBase.Content;
using KnowledgeBase.Diagnostics;
using KnowledgeBase.Issues;
using KnowledgeBase.Troubleshooting.Evidence;

namespace KnowledgeBase.Troubleshooting.Rules;

/// <summary>A page with rules, as the rules need it.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="File">Path of the page file.</param>
/// <param name="IsReadable">Whether visitors can read it.</param>
/// <param name="Issues">Its known issues in page order, solutions named.</param>
/// <param name="Translations">Its files in other languages.</param>
internal sealed record RulePage(string Folder, string File, bool IsReadable, ImmutableArray<KnownIssue> Issues, ImmutableArray<TranslatedPage> Translations);

/// <summary>A page file in another language with its known issues.</summary>
internal sealed record TranslatedPage(string File, ImmutableArray<KnownIssue> Issues);

/// <summary>Rules that met their pages: usable topics, and those that step aside.</summary>
/// <param name="Topics">In the order of their pages.</param>
/// <param name="Unavailable">Topics that cannot be used.</param>
/// <param name="Exclusive">Groups of issues that exclude each other by their author's word.</param>
/// <param name="IsWhole">Every rule of the folder is part of a usable topic, and every solution has its bullet.</param>
internal sealed record CompiledTopics(
    ImmutableArray<Troubleshooter> Topics, ImmutableArray<UnavailableTopic> Unavailable, ImmutableDictionary<TopicId, ImmutableArray<ExclusiveGroup>> Exclusive, bool IsWhole)
{
    public static CompiledTopics Empty { get; } = new([], [], ImmutableDictionary<TopicId, ImmutableArray<ExclusiveGroup>>.Empty, false);
}

/// <summary>Binds rules to issues and bullets, and makes a troubleshooter of each topic. What does not fit is reported; a topic that cannot be trusted steps aside.</summary>
internal sealed class TopicCompiler
{
    private readonly RuleBook _rules;
    private readonly FactBook _facts;
    private readonly ImmutableArray<RulePage> _pages;
    private readonly Fallback _fallback;
    private readonly DiagnosticLog _log;
    private bool _hasOrphans;

    private TopicCompiler(RuleBook rules, FactBook facts, ImmutableArray<RulePage> pages, Fallback fallback, DiagnosticLog log) =>
        (_rules, _facts, _pages, _fallback, _log) = (rules, facts, pages, fallback, log);

    /// <param name="rules">All rules.</param>
    /// <param name="pages">The pages in tree order.</param>
    /// <param name="fallback">The page for those whom nothing matches.</param>
    /// <param name="log">Receives what does not fit.</param>
    public static CompiledTopics Compile(RuleBook rules, ImmutableArray<RulePage> pages, Fallback fallback, DiagnosticLog log) =>
        rules.Facts is { } facts ? new TopicCompiler(rules, facts, pages, fallback, log).Compile() : CompiledTopics.Empty;

    private CompiledTopics Compile()
    {
        var placed = _pages.Select(page => (Page: page, Rules: _rules.Of(page.Folder))).Where(pair => pair.Rules is not null).ToList();
        foreach (var lonely in _rules.Pages.Where(rules => !placed.Exists(pair => pair.Rules == rules)))
            _log.Add(DiagnosticCodes.RuleLeadsNowhere, lonely.TopicAt, "The folder has no page whose issues these rules could be about", "Put wizard.yaml beside the page with the known issues.");
        var (topics, aside) = (ImmutableArray.CreateBuilder<Troubleshooter>(), ImmutableArray.CreateBuilder<UnavailableTopic>());
        var exclusive = ImmutableDictionary.CreateBuilder<TopicId, ImmutableArray<ExclusiveGroup>>();
        foreach (var group in placed.GroupBy(pair => pair.Rules!.Topic))
        {
            var settings = group.Aggregate(_facts.Topics.GetValueOrDefault(group.Key, TopicSettings.None), (so, pair) => so.Or(pair.Rules!.Settings));
            var topic = TopicOf(group.Key, settings, group.First().Rules!);
            var (issues, fault) = Bind([.. group.Select(pair => (pair.Page, pair.Rules!))]);
            fault ??= _facts.Fault ?? (_facts.HasBrokenImplication ? "an implication in wizard/facts.yaml cannot be read" : null);
            if (fault is not null)
                aside.Add(new UnavailableTopic(topic.Id, topic.Title, fault));
            else if (issues.Length > 0)
                topics.Add(Assemble(topic, issues));
            exclusive[topic.Id] = settings.Exclusive;
            ReportUnknown(settings.Exclusive.SelectMany(one => one.Issues.Select(id => (id, one.Location))), issues, "'exclusive'", group.Any(pair => !pair.Page.IsReadable));
        }
        foreach (var (id, settings) in _facts.Topics.OrderBy(pair => pair.Value.Location))
            if (!_rules.Pages.Any(page => page.Topic == id))
                _log.Add(DiagnosticCodes.RuleLeadsNowhere, settings.Location ?? _facts.Location, $"No wizard.yaml belongs to the topic '{id}'{NearName.Hint(id.Value, _rules.Pages.Select(page => page.Topic.Value).Distinct())}");
        return new CompiledTopics(topics.ToImmutable(), aside.ToImmutable(), exclusive.ToImmutable(), aside.Count == 0 && !_hasOrphans && placed.Count == _rules.Pages.Length && placed.TrueForAll(pair => pair.Page.IsReadable));
    }

    private Topic TopicOf(TopicId id, TopicSettings settings, PageRules rules) => new()
    {
        Id = id,
        Title = settings.Title ?? PagePath.TitleOf(id.Value.Replace('-', ' ')),
        Description = settings.Description,
        IsExhaustive = settings.IsExhaustive ?? false,
        Finish = settings.Finish ?? new FinishPolicy.Decided(),
        MaxQuestions = settings.MaxQuestions ?? Topic.DefaultMaxQuestions,
        Fallback = _fallback,
        Location = settings.Location ?? rules.TopicAt,
    };

    private (ImmutableArray<IssueRule> Issues, string? Fault) Bind(ImmutableArray<(RulePage Page, PageRules Rules)> pages)
    {
        var issues = ImmutableArray.CreateBuilder<IssueRule>();
        var names = new HashSet<RuleId>();
        var fault = pages.Select(pair => pair.Rules.Fault).FirstOrDefault(reason => reason is not null);
        foreach (var (page, rules) in pages)
        {
            if (!page.IsReadable)
                continue;
            var bound = new List<(IssueRule Rule, int Order)>();
            var anchors = new HashSet<string>(StringComparer.Ordinal);
            foreach (var draft in rules.Issues)
            {
                if (!names.Add(draft.Id) || !anchors.Add(draft.Anchor))
                {
                    _log.Add(DiagnosticCodes.DuplicateRule, draft.Location, $"Another issue of the topic is called '{draft.Id}', or has the anchor '{draft.Anchor}', already");
                    fault ??= $"two issues are called '{draft.Id}'";
                }
                else if (page.Issues.FirstOrDefault(issue => issue.Anchor == draft.Anchor) is { } known)
                {
                    bound.Add((Bind(draft, known, page), page.Issues.IndexOf(known)));
                }
                else
                {
                    _log.Add(
                        DiagnosticCodes.RuleLeadsNowhere, draft.AnchorAt,
                        $"Issue '{draft.Id}' names the anchor '{draft.Anchor}', which is no known issue of {PagePath.Name(page.File)}{NearName.Hint(draft.Anchor, page.Issues.Select(issue => issue.Anchor))}",
                        "Copy the anchor from the heading's link, or give the heading its old one with {#anchor}.");
                    fault ??= $"issue '{draft.Id}' names an anchor that is not there";
                }
            }
            issues.AddRange(bound.OrderBy(pair => pair.Order).Select(pair => pair.Rule));
        }
        ReportUnknown(issues.SelectMany(issue => issue.SpecificTo.Select(id => (id, issue.Location))), issues.ToImmutable(), "'specific_to'", pages.Any(pair => !pair.Page.IsReadable));
        return (issues.ToImmutable(), fault);
    }

    private void ReportUnknown(IEnumerable<(RuleId Id, SourceLocation At)> named, ImmutableArray<IssueRule> issues, string where, bool someAreHidden)
    {
        var names = issues.Select(issue => issue.Id).ToHashSet();
        foreach (var (id, at) in named.Where(pair => !someAreHidden && !names.Contains(pair.Id)))
            _log.Add(DiagnosticCodes.RuleLeadsNowhere, at, $"There is no issue '{id}' that {where} could name{NearName.Hint(id.Value, names.Select(name => name.Value))}");
    }

    private IssueRule Bind(IssueRuleDraft draft, KnownIssue known, RulePage page)
    {
        var bound = new Dictionary<string, SolutionRuleDraft>(StringComparer.Ordinal);
        foreach (var solution in draft.Solutions)
            BindSolution(solution, draft, known, page, bound);
        _hasOrphans |= bound.Count < draft.Solutions.Length;
        ReportSolutions(draft, known, page, bound);
        ReportTranslations(draft, known, page);
        return new IssueRule
        {
            Id = draft.Id,
            Known = known,
            Condition = draft.Condition,
            Solutions =
            [
                .. known.Solutions.Select(solution => bound.TryGetValue(solution.Id, out var rule)
                    ? new SolutionRule(rule.Id, solution, rule.Condition, rule.Note is null ? null : known.Notes, true, rule.Location)
                    : new SolutionRule(solution.Id, solution, Condition.Always, null, false, draft.Location)),
            ],
            HasNoSolution = draft.HasNoSolution || known.SolutionState == SolutionState.None,
            Weight = draft.Weight,
            SpecificTo = draft.SpecificTo,
            Location = draft.Location,
        };
    }

    private void BindSolution(SolutionRuleDraft solution, IssueRuleDraft draft, KnownIssue known, RulePage page, Dictionary<string, SolutionRuleDraft> bound)
    {
        var found = BulletText.Find(known.Solutions, solution.Text);
        if (found is not [var only])
            _log.Add(DiagnosticCodes.UnboundSolution, solution.TextAt, $"The text of solution '{solution.Id}', \"{solution.Text}\", matches {found.Length} bullets under #{known.Anchor} in {PagePath.Name(page.File)} (was the page edited?)");
        else if (!bound.TryAdd(only.Id, solution))
            _log.Add(DiagnosticCodes.DuplicateRule, solution.TextAt, $"Solutions '{bound[only.Id].Id}' and '{solution.Id}' of '{draft.Id}' are the same bullet");
        if (solution.Note is { } note && (known.Notes is not { } notes || !BulletText.HasSentence(notes.Text, note)))
            _log.Add(DiagnosticCodes.UnboundSolution, solution.NoteAt, $"The note of solution '{solution.Id}', \"{note}\", begins no sentence below the bullets under #{known.Anchor} in {PagePath.Name(page.File)} (was the page edited?)", "Copy the first words of the note below the list.");
    }

    private void ReportSolutions(IssueRuleDraft draft, KnownIssue known, RulePage page, Dictionary<string, SolutionRuleDraft> bound)
    {
        foreach (var (index, solution) in known.Solutions.Index())
            if (!bound.ContainsKey(solution.Id) && (draft.Solutions.Length > 0 || draft.HasNoSolution || known.Solutions.Length > 0))
                _log.Add(DiagnosticCodes.BulletWithoutRule, draft.Location, $"Bullet {index + 1} of {known.Solutions.Length} under #{known.Anchor} in {PagePath.Name(page.File)} has no entry in the solutions of '{draft.Id}'");
        if (draft.Solutions.Length == 0 && known.Solutions.Length == 0 && !draft.HasNoSolution)
            _log.Add(DiagnosticCodes.NoSolutionUnsaid, draft.Location, $"Issue '{draft.Id}' has no solutions and no no_solution: true");
        else if (draft.HasNoSolution && (draft.Solutions.Length > 0 || known.Solutions.Length > 0))
            _log.Add(DiagnosticCodes.NoSolutionUnsaid, draft.Location, $"Issue '{draft.Id}' says no_solution: true and has solutions", "Remove 'no_solution: true'.");
    }

    /// <summary>Headings are translated, so an issue is found by its place on the page.</summary>
    private void ReportTranslations(IssueRuleDraft draft, KnownIssue known, RulePage page)
    {
        foreach (var translation in page.Translations)
        {
            var place = page.Issues.IndexOf(known);
            var other = place < translation.Issues.Length ? translation.Issues[place] : null;
            if (other is null || other.Solutions.Length != known.Solutions.Length)
                _log.Add(
                    DiagnosticCodes.LanguagesDiffer, other?.Location ?? new SourceLocation(translation.File),
                    $"{PagePath.Name(translation.File)} has {(other is null ? "no such issue" : Bullets(other))}, {PagePath.Name(page.File)} has {Bullets(known)} for '{draft.Id}'");
        }

        static string Bullets(KnownIssue issue) => issue.Solutions.Length == 1 ? "1 solution" : $"{issue.Solutions.Length} solutions";
    }

    private Troubleshooter Assemble(Topic topic, ImmutableArray<IssueRule> issues)
    {
        var used = FactsOf(issues);
        var positions = used.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var implications = _facts.Implications.Where(implication => implication.If.Concat(implication.Then).All(literal => positions.ContainsKey(literal.Fact)));
        ImmutableArray<Fact> facts = [.. used.Select(fact => _facts.Facts[fact])];
        var names = facts.Select(fact => fact.Id).ToHashSet();
        return new Troubleshooter(
            topic, facts,
            [.. implications.Select(implication => implication with { If = Renumber(implication.If), Then = Renumber(implication.Then) })],
            [
                .. issues.Select(issue => issue with
                {
                    Condition = issue.Condition.Renumbered(fact => positions[fact]),
                    Solutions = [.. issue.Solutions.Select(solution => solution with { Condition = solution.Condition.Renumbered(fact => positions[fact]) })],
                }),
            ],
            [.. _facts.Readers.Where(reader => reader.Facts.Any(names.Contains))],
            _facts.Aliases);

        ImmutableArray<Literal> Renumber(ImmutableArray<Literal> literals) => [.. literals.Select(literal => literal with { Fact = positions[literal.Fact] })];
    }

    /// <summary>The facts that conditions speak of, and those that implications tie to them; in the order of the file.</summary>
    private ImmutableArray<int> FactsOf(ImmutableArray<IssueRule> issues)
    {
        var used = issues.SelectMany(issue => issue.Solutions.Select(solution => solution.Condition).Append(issue.Condition))
            .SelectMany(condition => condition.Cubes).SelectMany(cube => cube.Literals).Select(literal => literal.Fact).ToHashSet();
        for (var before = -1; before != used.Count;)
        {
            before = used.Count;
            foreach (var implication in _facts.Implications)
                if (implication.If.Concat(implication.Then).Any(literal => used.Contains(literal.Fact)))
                    used.UnionWith(implication.If.Concat(implication.Then).Select(literal => literal.Fact));
        }
        return [.. used.Order()];
    }
}
