using KnowledgeBase.Troubleshooting;
using KnowledgeBase.Web.Components.Controls;

namespace KnowledgeBase.Web.Components.Pages.Troubleshoot;

/// <summary>What a verdict looks like: always a word and an icon beside the colour.</summary>
/// <param name="Tone">As in the stylesheet; empty for none.</param>
/// <param name="Icon">A drawing.</param>
/// <param name="Word">What it says.</param>
public sealed record Verdict(string Tone, string Icon, string Word)
{
    /// <summary>While questions are still asked.</summary>
    public static Verdict Now(MatchStatus status) => status switch
    {
        MatchStatus.Match => new("good", Controls.Icon.Tick, Words.Matches),
        MatchStatus.Possible => new("info", Controls.Icon.QuestionMark, Words.StillPossible),
        _ => new("", Controls.Icon.Slash, Words.RuledOut),
    };

    /// <summary>In a result.</summary>
    public static Verdict Of(IssueVerdict issue) => issue.Status == MatchStatus.Match
        ? new("good", Controls.Icon.Tick, Words.AllConditionsFit(issue.Because.Length))
        : new("info", Controls.Icon.QuestionMark, Words.AnswersMissing(issue.Missing));

    public static Verdict Of(SolutionStatus status) => status switch
    {
        SolutionStatus.Applies => new("good", Controls.Icon.Tick, Words.AppliesToYou),
        SolutionStatus.MayApply => new("info", Controls.Icon.QuestionMark, Words.MayApply),
        _ => new("", Controls.Icon.Slash, Words.DoesNotApply),
    };
}
