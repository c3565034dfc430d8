using System.Collections.Immutable;
using KnowledgeBase.Troubleshooting;

namespace KnowledgeBase.Web.Components;

// The words of the wizard.
internal static partial class Words
{
    private const int MostTitles = 3;

    public const string Troubleshoot = "Troubleshoot";
    public const string Back = "Back";
    public const string SomethingIsWrong = "Something is wrong?";
    public const string PickASymptom = "Pick what you see. A few questions lead you to the known issue and to the solutions that fit.";
    public const string NoTopics = "There are no questions yet that lead to a known issue.";
    public const string DoesThisApply = "Does this apply to me?";
    public const string NotSureWhich = "Not sure which one is yours? {0}.";
    public const string AnswerQuestions = "Answer a few questions";

    public const string Or = "or";
    public const string IDoNotKnow = "I do not know";
    public const string Continue = "Continue";
    public const string ToFindOut = "To find out, run this:";
    public const string CommandToFindOut = "Command to find out";
    public const string Shell = "Shell";
    public const string PasteInstead = "Paste command output instead";
    public const string ShowSoFar = "Show what we know so far";
    public const string WhatItCouldBe = "What it could be";
    public const string ContradictsOthers = "Cannot be true together with your other answers.";
    public const string PreviewPaused = "The live preview has paused. The page still works: choose an answer and continue.";
    public const string AnswersSoFar = "Your answers so far";
    public const string YourAnswers = "Your answers";
    public const string StartAgain = "Start again";
    public const string HowThisWorks = "How this works";
    public const string HowItWorks = "You answer a few questions; where you do not know, say so. Each answer rules something out. At the end you see which known issues fit, why, and which of their solutions apply to you.";
    public const string WhereAnswersAre = "Your answers are in the address of the page and nowhere else: keep it, send it, or throw it away.";
    public const string ThereIsAProblem = "There is a problem";
    public const string Error = "Error: ";
    public const string LinkIsOld = "This link is older than the handbook";
    public const string AskedAgain = "One answer in this link is no longer used, we ask it again.";

    public const string StillPossible = "Still possible";
    public const string Possible = "Possible";
    public const string Matches = "Matches";
    public const string RuledOut = "Ruled out";
    public const string Match = "Match";
    public const string CouldAlsoBe = "Could also be";
    public const string CouldBe = "Could be";
    public const string Why = "Why";
    public const string ToDecide = "To decide";
    public const string AnswerThis = "Answer this question";
    public const string SolutionsLabel = "Solutions";
    public const string SolutionLabel = "Solution";
    public const string AppliesToYou = "Applies to you";
    public const string MayApply = "May apply";
    public const string DoesNotApply = "Does not apply";
    public const string AppliesToAll = "Fits everybody who has this issue.";
    public const string NobodySaysWhen = "The page does not say when it fits.";
    public const string FitsIfIssueDoes = "Fits if this is your issue.";
    public const string CurrentlyNoSolution = "Currently there is no solution.";
    public const string GoOnAsking = "Go on with the questions";
    public const string NotKnown = "Not known";
    public const string ReadFromPaste = "from pasted output";
    public const string WhatToDoNow = "What you can do now";
    public const string TheyExclude = "Change the one that is wrong:";
    public const string Change = "Change";
    public const string Answer = "Answer";
    public const string SummaryForTicket = "Summary for a ticket";
    public const string SummaryHint = "Everything on this page as plain text, with a link that shows it again. Nothing was stored.";
    public const string CopySummary = "Copy summary";
    public const string DownloadAsText = "Download as text";
    public const string DidItSolve = "Did this solve it?";
    public const string YesItDid = "Yes, back to the contents";
    public const string NoToSummary = "No, to the summary for a ticket";
    public const string Tried = "Tried, did not help";
    public const string TryAgainAfterAll = "Show it again";
    public const string AllTried = "The known solutions did not help";
    public const string AllTriedLead = "You tried every known issue that your answers leave. The summary for a ticket says so, so that support need not ask.";
    public const string AskSupport = "Ask support";

    public const string PasteOutput = "Paste command output";
    public const string PasteLead = "Run this on the affected machine and paste what it prints. You may leave lines out; the order means nothing.";
    public const string CommandsToRun = "Commands to run";
    public const string Output = "Output";
    public const string PasteHint = "It is read once and not kept: not on the server, not in a log, not in an address. Up to 64 KB.";
    public const string ReadThis = "Read this";
    public const string WhatPasteSaid = "What pasted output said";
    public const string UseAndContinue = "Use this and continue";
    public const string PasteSomething = "Paste the output of a command";
    public const string PasteTooLong = "Paste 64 KB of output at most";
    public const string PasteSaidNothing = "Paste the output of a command above; this text holds none that we can read";
    public const string PasteFormIsOld = "Paste the output again: this page was open for too long";
    public const string Undecided = "Could not be decided";

    public const string Map = "All ways through the questions";
    public const string MapLead = "Every way from the first question to a result. Answers that lead to the same are drawn as one.";
    public const string Drawing = "Drawing";
    public const string AsList = "As a list";
    public const string TooLargeToDraw = "There are too many ways to draw. The table shows which answers each known issue needs; an empty cell means that any answer will do.";
    public const string KnownIssue = "Known issue";
    public const string NothingMatches = "No known issue matches";
    public const string HowOneCanAsk = "See all ways through these questions";

    public static string TopicIsAside(string topic) => $"The questions about “{topic}” cannot be asked at the moment. The known issues can be read as ever.";

    public static string QuestionsAbout(string topic) => $"Something is wrong? Answer questions about: {topic}";

    public static string InTopic(string title, string topic) => $"{title}: {topic}";

    public static string WithTheAnswer(string option) => $"With the answer “{option}”:";

    public static string ChangeAnswerTo(string question) => $" the answer to: {question}";

    public static string AnswerOf(string question) => $": {question}";

    public static string WorkedOut(string? because) => because is null ? "worked out from other answers" : $"worked out: {because}";

    public static string AllConditionsFit(int count) => count switch
    {
        0 => "Matches",
        1 => "Matches: its condition fits",
        _ => $"Matches: all {count} conditions fit",
    };

    public static string AnswersMissing(int count) => count == 1 ? "Possible: 1 answer is missing" : $"Possible: {count} answers are missing";

    public static string DependsOn(IEnumerable<string> questions) => $"Depends on: {string.Join(" ", questions)}";

    public static string OneAnswerDecides(string question) => $"One answer would tell most: {question}";

    public static string SolutionsThat(string state) => $"Solutions: {state}";

    public static string OpenSolution => "Open solution ";

    public static string OnItsPage => " on its page";

    /// <summary>What a result says in its heading.</summary>
    public static string ResultTitle(int matches, int possible) => (matches, possible) switch
    {
        (0, 1) => "No known issue matches for certain, 1 is possible",
        (0, _) => $"No known issue matches for certain, {possible} are possible",
        (1, _) => "1 known issue matches your answers",
        _ => $"{matches} known issues match your answers",
    };

    /// <summary>The same after something was tried in vain.</summary>
    public static string FurtherTitle(int matches, int possible) => (matches, possible) switch
    {
        (0, 1) => "No further known issue matches for certain, 1 is possible",
        (0, _) => $"No further known issue matches for certain, {possible} are possible",
        (1, _) => "1 further known issue matches your answers",
        _ => $"{matches} further known issues match your answers",
    };

    /// <summary>What "this" is in <see cref="DidItSolve"/>.</summary>
    public static string SolutionsOf(string issue) => $"The solutions of “{issue}”. If they did not help, the address of the next page remembers it, and nothing else does.";

    public static string NoGoOnTo(string issue) => $"No, go on to: {issue}";

    public static string ResultLead(int matches, int possible, int ruledOut) => string.Join(" ", new[]
    {
        matches == 0 || possible == 0 ? null : possible == 1 ? "One more is possible." : $"{possible} more are possible.",
        ruledOut switch { 0 => null, 1 => "One is ruled out.", _ => $"{ruledOut} are ruled out." },
    }.OfType<string>());

    public static string AllRuledOut(int count) => count switch
    {
        1 => "Your answers rule out the only known issue. That is useful to know: support can skip it.",
        _ => $"Your answers rule out all {count} known issues of this topic. That is useful to know: support can skip them.",
    };

    public static string CannotAllBeTrue(int answers) => answers == 2 ? "Two answers cannot both be true" : "These answers cannot all be true";

    public static string PartOfRuledOut(int count) => $"{Count(count, "further known issue is", "further known issues are")} ruled out.";

    public static string FurtherPossible(int count) => $"{Count(count, "further known issue is", "further known issues are")} possible.";

    /// <summary>What choosing an option would change.</summary>
    public static string EffectOf(OptionEffect effect)
    {
        if (effect.Contradicts)
            return ContradictsOthers;
        if (effect.Leaves.IsEmpty)
            return "No known issue fits then. You will see how to reach support, and what to bring along.";
        var possible = effect.Leaves.Except(effect.Matches).ToList();
        return string.Join(" ", new[]
        {
            effect.RulesOut.IsEmpty ? "Rules out nothing." : $"Rules out: {Titles(effect.RulesOut)}.",
            effect.Matches.IsEmpty ? null : $"Matches: {Titles(effect.Matches)}.",
            possible.Count == 0 ? null : $"Leaves {possible.Count} possible: {Titles(possible)}.",
        }.OfType<string>());
    }

    /// <summary>Why a reader of pasted output could not decide, as far as its name tells; the text is gone by then.</summary>
    public static string WhyUndecided(string command, int samples) => samples > 1
        ? $"It takes {samples} runs to tell. Run the whole line and paste everything: {command}"
        : $"The values were missing, disagreed or fit no answer. Run it again, or answer the question: {command}";

    public static string FoundBy(string command) => $"from the output of: {command}";

    private static string Titles(IReadOnlyCollection<IssueRule> issues) => issues.Count <= MostTitles
        ? string.Join(", ", issues.Select(issue => issue.Known.Title))
        : $"{string.Join(", ", issues.Take(MostTitles).Select(issue => issue.Known.Title))} and {issues.Count - MostTitles} more";

    public static string JoinOptions(ImmutableArray<Option> options) => string.Join(" · ", options.Select(option => option.Label));
}
