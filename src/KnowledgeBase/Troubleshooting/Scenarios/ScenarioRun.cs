using System.Collections.Immutable;

namespace KnowledgeBase.Troubleshooting.Scenarios;

/// <summary>A scenario led through the interview. Immutable.</summary>
/// <param name="Scenario">What was expected.</param>
/// <param name="Diagnosis">What came of it.</param>
/// <param name="Asked">The questions, in order.</param>
/// <param name="Differences">What is not as expected, a sentence each without a full stop; empty where all is well.</param>
public sealed record ScenarioRun(Scenario Scenario, Diagnosis Diagnosis, ImmutableArray<Fact> Asked, ImmutableArray<string> Differences)
{
    public bool Passes => Differences.Length == 0;

    /// <summary>Pastes what is pasted, answers what is asked, says "I do not know" to the rest, and compares.</summary>
    public static ScenarioRun Of(Troubleshooter rules, Scenario scenario)
    {
        var evidence = scenario.Paste is { } paste ? rules.ReadEvidence(paste) : null;
        var answers = evidence?.AddTo(Answers.None) ?? Answers.None;
        var asked = ImmutableArray.CreateBuilder<Fact>();
        answers = Walk(rules, scenario, answers, asked);
        // Answers that nobody asked for are known all the same, as in a link.
        foreach (var answer in scenario.Answers.Given.Where(answer => answers[answer.Fact] is null))
            answers = answers.With(answer);
        answers = Walk(rules, scenario, answers, asked);
        var diagnosis = rules.Diagnose(answers);
        var differences = Compare(scenario.Expect, diagnosis, asked, evidence?.Undecided.Select(undecided => undecided.Reader.Id) ?? []).ToList();
        return new ScenarioRun(scenario, diagnosis, asked.ToImmutable(), WithUnread(scenario, differences));
    }

    private static Answers Walk(Troubleshooter rules, Scenario scenario, Answers answers, ImmutableArray<Fact>.Builder asked)
    {
        while (rules.Next(answers) is { } next)
        {
            if (scenario.Answers[next.Id] is null && !next.AllowsUnknown)
                return answers;
            asked.Add(next);
            answers = answers.With(scenario.Answers[next.Id] ?? new Answer(next.Id, null));
        }
        return answers;
    }

    private static ImmutableArray<string> WithUnread(Scenario scenario, List<string> differences)
    {
        if (scenario.Unread.Length == 0)
            return [.. differences];
        var unread = string.Join(", ", scenario.Unread.Select(answer => $"{answer.Fact} was not read (unknown answer id '{answer.Option}')"));
        return differences.Count == 0 ? [unread] : [$"{differences[0]} because {unread}", .. differences.Skip(1)];
    }

    private static IEnumerable<string> Compare(Expectation expect, Diagnosis diagnosis, ImmutableArray<Fact>.Builder asked, IEnumerable<string> undecided)
    {
        if (expect.Outcome is { } outcome && !IsOutcome(outcome, diagnosis))
            yield return $"expected outcome {outcome}, got {OutcomeOf(diagnosis)}";
        if (expect.Matches is { } matches && Differs(matches, diagnosis.Matches))
            yield return $"expected matches {List(matches)}, got {List(diagnosis.Matches.Select(issue => issue.Rule.Id))}";
        if (expect.Possible is { } possible && Differs(possible, diagnosis.Possible))
            yield return $"expected possible {List(possible)}, got {List(diagnosis.Possible.Select(issue => issue.Rule.Id))}";
        foreach (var ruling in expect.RuledOut)
            if (RulingDifference(ruling, diagnosis) is { } difference)
                yield return difference;
        foreach (var solution in expect.Solutions)
            if (SolutionDifference(solution, diagnosis) is { } difference)
                yield return difference;
        if (asked.Count > expect.MaxQuestions)
            yield return $"expected at most {expect.MaxQuestions} questions, got {asked.Count} ({string.Join(", ", asked.Select(fact => fact.Id))})";
        foreach (var fact in expect.NotAsked.Where(fact => asked.Any(one => one.Id == fact)))
            yield return $"{fact} was asked";
        foreach (var fact in expect.Deduced.Where(fact => !diagnosis.Answers.Any(answer => answer.Fact.Id == fact && answer.Source == AnswerSource.Deduced)))
            yield return $"{fact} was not worked out";
        foreach (var reader in expect.Undecided.Except(undecided))
            yield return $"evidence '{reader}' did not stay undecided";
    }

    private static bool IsOutcome(string outcome, Diagnosis diagnosis) => outcome switch
    {
        "match" => diagnosis.Matches.Any(),
        "possible" => !diagnosis.Matches.Any() && diagnosis.Possible.Any(),
        "result" => diagnosis.Matches.Any() || diagnosis.Possible.Any(),
        "fallback" => diagnosis.State == DiagnosisState.Fallback,
        _ => diagnosis.State == DiagnosisState.Contradiction,
    };

    private static string OutcomeOf(Diagnosis diagnosis)
    {
        if (diagnosis.Contradiction is { } contradiction)
            return $"contradiction of {string.Join(" and ", contradiction.Facts.Select(answer => answer.Fact.Id))}";
        if (diagnosis.Matches.Any())
            return $"match {string.Join(", ", diagnosis.Matches.Select(issue => issue.Rule.Id))}";
        return diagnosis.Possible.Any() ? $"possible {string.Join(", ", diagnosis.Possible.Select(issue => issue.Rule.Id))}" : "fallback";
    }

    private static bool Differs(ImmutableArray<RuleId> expected, IEnumerable<IssueVerdict> found) => !expected.ToHashSet().SetEquals(found.Select(issue => issue.Rule.Id));

    private static string List(IEnumerable<RuleId> issues) => $"[{string.Join(", ", issues)}]";

    private static string? RulingDifference(ExpectedRuling ruling, Diagnosis diagnosis)
    {
        if (diagnosis.Issues.FirstOrDefault(issue => issue.Rule.Id == ruling.Issue) is not { } found)
            return null;
        if (found.Status != MatchStatus.RuledOut)
            return $"expected {ruling.Issue} ruled out, got {(found.Status == MatchStatus.Match ? "match" : "possible")}";
        return ruling.By.FirstOrDefault(fact => !found.Because.Any(reason => reason.Fact.Id == fact)) is { Value: not null } missing
            ? $"expected {ruling.Issue} ruled out by {missing}, got {string.Join(", ", found.Because.Select(reason => reason.Fact.Id))}"
            : null;
    }

    private static string? SolutionDifference(ExpectedSolution expected, Diagnosis diagnosis)
    {
        var found = diagnosis.Issues.FirstOrDefault(issue => issue.Rule.Id == expected.Issue)?.Solutions.FirstOrDefault(solution => solution.Rule.Id == expected.Solution);
        return found is null || found.Status == expected.Status ? null : $"expected solution {expected.Solution} of {expected.Issue}: {NameOf(expected.Status)}, got {NameOf(found.Status)}";
    }

    private static string NameOf(SolutionStatus status) => status switch
    {
        SolutionStatus.Applies => "applies",
        SolutionStatus.MayApply => "may-apply",
        _ => "no",
    };
}
