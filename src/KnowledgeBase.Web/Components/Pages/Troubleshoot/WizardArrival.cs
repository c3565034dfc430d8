namespace KnowledgeBase.Web.Components.Pages.Troubleshoot;

/// <summary>Where a move of the wizard has led.</summary>
/// <param name="Address">Path and query, the canonical ones.</param>
/// <param name="Title">Of the document.</param>
public sealed record WizardArrival(string Address, string Title);
