using KnowledgeBase.Troubleshooting;

namespace KnowledgeBase.Web.Components.Pages.Troubleshoot;

/// <summary>Ways between the pages of the wizard that are no part of a state.</summary>
internal static class WizardLinks
{
    public const string Root = "/troubleshoot";

    /// <summary>Where Back leads: to the last answer, so that it can be given anew; from the first question to the topics.</summary>
    public static string Before(Troubleshooter rules, Answers answers) =>
        rules.Facts.Select(fact => answers[fact.Id]).OfType<Answer>().Where(answer => !answer.IsPasted).Select(answer => (Answer?)answer).LastOrDefault() is { } last
            ? rules.Links.ToQuestion(last.Fact, answers)
            : Root;
}
