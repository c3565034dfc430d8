using System.Collections.Immutable;
using KnowledgeBase.Content;
using KnowledgeBase.Content.Yaml;
using KnowledgeBase.Diagnostics;
using KnowledgeBase.Troubleshooting.Rules;

namespace KnowledgeBase.Troubleshooting.Scenarios;

/// <summary>Reads <c>wizard/scenarios.yaml</c>.</summary>
internal sealed class ScenarioReader
{
    private const string Path = "wizard/scenarios.yaml";

    private static readonly string[] Outcomes = ["match", "possible", "result", "fallback", "contradiction"];

    private readonly RuleFile _file;
    private readonly FactBook _facts;
    private readonly CompiledTopics _topics;

    private ScenarioReader(RuleFile file, FactBook facts, CompiledTopics topics) => (_file, _facts, _topics) = (file, facts, topics);

    /// <summary>The scenarios of usable topics, in the order of the file.</summary>
    public static ImmutableArray<Scenario> Read(ContentFiles files, FactBook facts, CompiledTopics topics, DiagnosticLog log)
    {
        if (facts.Fault is not null || files.Wizard.FirstOrDefault(file => file.Path == Path) is not { } source)
            return [];
        var file = RuleFile.Read(source, log);
        return file.Root is null ? [] : new ScenarioReader(file, facts, topics).Read(file.Root);
    }

    /// <summary>The file is a list, or a map with the list as <c>scenarios:</c>.</summary>
    private ImmutableArray<Scenario> Read(YamlMap root)
    {
        var list = root["scenarios"] ?? root[""];
        if (list is null && root.Entries.Length == 0)
            return [];
        if (list is not YamlList { Items: var items })
        {
            _file.Fault(DiagnosticCodes.UnexpectedRule, _file.At(root), "The file is no list of scenarios");
            return [];
        }
        return [.. items.Select(ReadOne).OfType<Scenario>()];
    }

    private Scenario? ReadOne(YamlValue item)
    {
        if (item is not YamlMap map)
        {
            _file.Fault(DiagnosticCodes.UnexpectedRule, _file.At(item), "A scenario is no map of keys");
            return null;
        }
        var name = _file.Needed(map, "name", "a scenario") ?? "without a name";
        var of = $"scenario '{name}'";
        _file.CheckKeys(map, of, "name", "topic", "answers", "paste", "expect");
        var (answers, unread) = ReadAnswers(_file.Map(map, "answers", of) ?? YamlMap.Empty, of);
        if (_file.Map(map, "expect", of) is not { } expect)
        {
            _file.Fault(DiagnosticCodes.UnexpectedRule, _file.At(item), $"{char.ToUpperInvariant(of[0])}{of[1..]} expects nothing");
            return null;
        }
        var expectation = ReadExpectation(expect, of);
        if (TopicOf(map, answers, expectation) is not { } topic)
            return null;
        CheckIssues(topic, expect, of);
        return new Scenario
        {
            Name = name,
            Topic = topic.Topic.Id,
            Answers = answers,
            Paste = map["paste"] is YamlText { IsNull: false } paste ? paste.Text : null,
            Expect = expectation,
            Unread = unread,
            Location = _file.At(item),
        };
    }

    private (Answers Answers, ImmutableArray<UnreadAnswer> Unread) ReadAnswers(YamlMap map, string of)
    {
        var answers = Answers.None;
        var unread = ImmutableArray.CreateBuilder<UnreadAnswer>();
        foreach (var entry in map.Entries)
        {
            var position = _facts.PositionOf(entry.Key);
            if (entry.Value is not YamlText { IsNull: false } text)
            {
                _file.Fault(DiagnosticCodes.UnexpectedRule, _file.At(entry), $"'{entry.Key}' in {of} is no option");
                continue;
            }
            _file.CheckWord(text);
            if (position < 0)
            {
                _file.Fault(DiagnosticCodes.UnknownFact, _file.At(entry), $"Unknown fact '{entry.Key}' in {of}{NearName.Hint(entry.Key, _facts.Names)}");
                continue;
            }
            var fact = _facts.Facts[position];
            if (text.Text == OptionId.Unknown.Value)
                answers = answers.With(new Answer(fact.Id, null));
            else if (fact.IndexOf(new OptionId(text.Text)) >= 0)
                answers = answers.With(new Answer(fact.Id, new OptionId(text.Text)));
            else
                unread.Add(new UnreadAnswer(entry.Key, text.Text));
        }
        return (answers, unread.ToImmutable());
    }

    private Expectation ReadExpectation(YamlMap map, string of)
    {
        _file.CheckKeys(map, $"'expect' of {of}", "matches", "possible", "ruled_out", "solutions", "outcome", "max_questions", "not_asked", "deduced", "undecided");
        var outcome = _file.Text(map, "outcome", of);
        if (outcome is not null && !Outcomes.Contains(outcome, StringComparer.Ordinal))
            _file.Fault(DiagnosticCodes.UnexpectedRule, _file.At(map["outcome"]!), $"'{outcome}' is no outcome ({string.Join(", ", Outcomes)}){NearName.Hint(outcome, Outcomes)}");
        return new Expectation
        {
            Matches = Issues(map["matches"], of),
            Possible = Issues(map["possible"], of),
            RuledOut = RuledOut(map["ruled_out"], of),
            Solutions = Solutions(_file.Map(map, "solutions", of), of),
            Outcome = outcome,
            MaxQuestions = _file.Number(map, "max_questions", of, least: 0),
            NotAsked = Facts(map["not_asked"], of),
            Deduced = Facts(map["deduced"], of),
            Undecided = [.. _file.Texts(map["undecided"], $"'undecided' of {of}").Select(text => text.Text)],
        };
    }

    private ImmutableArray<RuleId>? Issues(YamlValue? value, string of) =>
        value is null ? null : [.. _file.Texts(value, $"an issue of {of}").Select(text => new RuleId(text.Text))];

    private ImmutableArray<FactId> Facts(YamlValue? value, string of)
    {
        var texts = _file.Texts(value, $"a fact of {of}");
        foreach (var text in texts.Where(text => _facts.PositionOf(text.Text) < 0))
            _file.Fault(DiagnosticCodes.UnknownFact, _file.At(text), $"Unknown fact '{text.Text}' in {of}{NearName.Hint(text.Text, _facts.Names)}");
        return [.. texts.Select(text => new FactId(text.Text))];
    }

    /// <summary>A list of issues, or a map from issue to the facts that rule it out.</summary>
    private ImmutableArray<ExpectedRuling> RuledOut(YamlValue? value, string of) => value is YamlMap map
        ? [.. map.Entries.Select(entry => new ExpectedRuling(new RuleId(entry.Key), Facts(entry.Value, of)))]
        : [.. (Issues(value, of) ?? []).Select(issue => new ExpectedRuling(issue, []))];

    private ImmutableArray<ExpectedSolution> Solutions(YamlMap? map, string of)
    {
        var solutions = ImmutableArray.CreateBuilder<ExpectedSolution>();
        foreach (var issue in map?.Entries ?? [])
        {
            foreach (var solution in (issue.Value as YamlMap)?.Entries ?? [])
            {
                SolutionStatus? status = (solution.Value as YamlText)?.Text switch { "applies" => SolutionStatus.Applies, "may-apply" => SolutionStatus.MayApply, "no" => SolutionStatus.No, _ => null };
                if (status is { } one)
                    solutions.Add(new ExpectedSolution(new RuleId(issue.Key), solution.Key, one));
                else
                    _file.Fault(DiagnosticCodes.UnexpectedRule, _file.At(solution.Value), $"Solution '{solution.Key}' in {of} is none of applies, may-apply and 'no'");
            }
        }
        return solutions.ToImmutable();
    }

    /// <summary>The topic that is named, else the one that knows most of the facts and issues.</summary>
    private Troubleshooter? TopicOf(YamlMap map, Answers answers, Expectation expect)
    {
        if (map.Text("topic") is { } name)
        {
            var named = _topics.Topics.FirstOrDefault(topic => topic.Topic.Id.Value == name);
            if (named is null && !_topics.Unavailable.Any(topic => topic.Id.Value == name))
                _file.Fault(DiagnosticCodes.RuleLeadsNowhere, _file.At(map["topic"]!), $"There is no topic '{name}'{NearName.Hint(name, _topics.Topics.Select(topic => topic.Topic.Id.Value))}");
            return named;
        }
        var issues = (expect.Matches ?? []).Concat(expect.Possible ?? []).Concat(expect.RuledOut.Select(ruling => ruling.Issue)).Concat(expect.Solutions.Select(solution => solution.Issue)).ToHashSet();
        var best = _topics.Topics.OrderByDescending(topic => answers.Given.Count(answer => topic.PositionOf(answer.Fact) >= 0)).ThenByDescending(topic => topic.Issues.Count(issue => issues.Contains(issue.Id))).FirstOrDefault();
        var fits = best is not null && answers.Given.All(answer => best.PositionOf(answer.Fact) >= 0);
        // It may belong to a topic that has stepped aside, or speak of a rule that lost its bullet; that is told already.
        if (!fits && _topics.IsWhole)
            _file.Fault(DiagnosticCodes.RuleLeadsNowhere, _file.At(map), "No topic has all facts of this scenario", "Name its 'topic:', and only facts that its conditions use.");
        return fits ? best : null;
    }

    private void CheckIssues(Troubleshooter topic, YamlMap expect, string of)
    {
        var names = topic.Issues.Select(issue => issue.Id.Value).ToHashSet(StringComparer.Ordinal);
        var texts = new[] { expect["matches"], expect["possible"], expect["ruled_out"] is YamlMap ? null : expect["ruled_out"] }.SelectMany(value => value is YamlList list ? list.Items.OfType<YamlText>() : value is YamlText text ? [text] : []);
        var keys = new[] { expect["ruled_out"], expect["solutions"] }.OfType<YamlMap>().SelectMany(map => map.Entries);
        foreach (var (name, at) in texts.Where(text => !text.IsNull).Select(text => (text.Text, _file.At(text))).Concat(keys.Select(entry => (entry.Key, _file.At(entry)))))
            if (!names.Contains(name))
                _file.Fault(DiagnosticCodes.RuleLeadsNowhere, at, $"There is no issue '{name}' in the topic '{topic.Topic.Id}' that {of} could expect{NearName.Hint(name, names)}");
        foreach (var issue in (expect["solutions"] as YamlMap)?.Entries ?? [])
        {
            var solutions = topic.Issues.FirstOrDefault(one => one.Id.Value == issue.Key)?.Solutions.Select(solution => solution.Id).ToHashSet(StringComparer.Ordinal);
            foreach (var solution in (issue.Value as YamlMap)?.Entries ?? [])
                if (solutions is not null && !solutions.Contains(solution.Key))
                    _file.Fault(DiagnosticCodes.RuleLeadsNowhere, _file.At(solution), $"Issue '{issue.Key}' has no solution '{solution.Key}' that {of} could expect{NearName.Hint(solution.Key, solutions)}");
        }
    }
}
