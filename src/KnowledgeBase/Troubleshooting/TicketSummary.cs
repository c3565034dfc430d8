using System.Globalization;
using System.Text;

namespace KnowledgeBase.Troubleshooting;

/// <summary>Where and when a summary was made.</summary>
/// <param name="Address">The site's address without a slash at its end; empty for links that begin with the path.</param>
/// <param name="Version">Version of the knowledge base.</param>
/// <param name="Time">Shown in UTC.</param>
public sealed record SummaryStamp(string Address, string Version, DateTimeOffset Time);

/// <summary>A diagnosis as plain text for a ticket: verdict, link, what was tried, issues with their status, answers with their source, what is not known.</summary>
public static class TicketSummary
{
    public static string Write(Diagnosis diagnosis, SummaryStamp stamp)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{diagnosis.Topic.Title}: {VerdictOf(diagnosis)}\n");
        text.Append(CultureInfo.InvariantCulture, $"{stamp.Address}{diagnosis.ResultPath}\n");
        text.Append(CultureInfo.InvariantCulture, $"Edition {stamp.Version}, written {stamp.Time.UtcDateTime:yyyy-MM-dd HH:mm} UTC\n");
        if (diagnosis.Contradiction is { } contradiction)
            AddPart(text, "ANSWERS THAT EXCLUDE EACH OTHER", contradiction.Facts.Select(LineOf));
        AddPart(text, "TRIED, DID NOT HELP", diagnosis.Tried.Select(issue => $"- {issue.Known.Title}"));
        AddPart(text, "MATCHES", diagnosis.Untried(MatchStatus.Match).Select(issue => LineOf(issue, stamp)));
        AddPart(text, "COULD ALSO BE", diagnosis.Untried(MatchStatus.Possible).Select(issue => LineOf(issue, stamp)));
        AddPart(text, "RULED OUT", diagnosis.RuledOut.Select(issue => LineOf(issue, stamp)));
        AddPart(text, "ANSWERS", diagnosis.Answers.Where(answer => answer.Option is not null).Select(LineOf));
        AddPart(text, "NOT KNOWN", diagnosis.Answers.Where(answer => answer.Option is null).Select(answer => $"- {answer.Fact.Ask}"));
        return text.ToString();
    }

    /// <summary>The verdict in words, on what was not tried: <c>1 known issue matches</c>, <c>1 further known issue matches</c>.</summary>
    public static string VerdictOf(Diagnosis diagnosis)
    {
        if (diagnosis.State == DiagnosisState.Contradiction)
            return "answers exclude each other";
        var (matches, possible) = (diagnosis.Untried(MatchStatus.Match).Count(), diagnosis.Untried(MatchStatus.Possible).Count());
        var further = diagnosis.Tried.Any() ? "further " : "";
        return (matches, possible) switch
        {
            (0, 0) when diagnosis.Matches.Any() || diagnosis.Possible.Any() => "the known solutions did not help",
            (0, 0) => "no known issue matches",
            (0, 1) => $"no {further}known issue matches for certain, 1 is possible",
            (0, _) => $"no {further}known issue matches for certain, {possible} are possible",
            (1, _) => $"1 {further}known issue matches",
            _ => $"{matches} {further}known issues match",
        };
    }

    private static void AddPart(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var list = lines.ToList();
        if (list.Count > 0)
            text.Append('\n').Append(title).Append('\n').AppendJoin('\n', list).Append('\n');
    }

    private static string LineOf(IssueVerdict issue, SummaryStamp stamp) => issue.Status switch
    {
        MatchStatus.Match => $"- {issue.Known.Title}\n  {stamp.Address}{issue.Known.Url}",
        MatchStatus.Possible => $"- {issue.Known.Title} (not known: {string.Join(", ", issue.Because.Where(reason => reason.Effect == Effect.Open).Select(reason => reason.Fact.Ask))})",
        _ => $"- {issue.Known.Title} ({string.Join(", ", issue.Because.Select(reason => reason.Fact.Id))})",
    };

    private static string LineOf(KnownAnswer answer) => $"- {answer.Fact.Ask} {answer.Option!.Label} ({SourceOf(answer.Source)})";

    private static string SourceOf(AnswerSource source) => source switch
    {
        AnswerSource.Pasted => "pasted",
        AnswerSource.Deduced => "deduced",
        _ => "said",
    };
}
