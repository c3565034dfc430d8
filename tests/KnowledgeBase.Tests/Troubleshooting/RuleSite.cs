namespace KnowledgeBase.Tests.Troubleshooting;

/// <summary>A knowledge base about computers with one page of known issues, to which a test adds rules.</summary>
internal static class RuleSite
{
    public const string Facts =
        """
        facts:
          symptom:
            ask: What goes wrong?
            pin: 1
            unknown: false
            options: {freeze: It freezes, other: Something else}
          room:
            ask: How warm is the room?
            options: {hot: Hot, cold: Cold}
        fallback: {title: Nothing fits, body: fallback.md, contact: support}

        """;

    public const string Rules =
        """
        topic: computers
        issues:
          freezes:
            anchor: computer-freezes
            when: {symptom: freeze, room: hot}
            solutions:
              cool: {text: Cool the room}

        """;

    /// <summary>The issues <c>computer-freezes</c> and <c>computer-is-loud</c>, one solution each.</summary>
    public const string Page =
        """
        ---
        title: Computers
        ---
        ## Computer freezes

        **Problem:**
        The screen stands still.

        **Solution:**
        Cool the room.

        ## Computer is loud

        **Problem:**
        It hums.

        **Solution:**
        Clean it.

        """;

    public static TestSite With(string facts = Facts, string rules = Rules, string page = Page) =>
        TestSite.With("01.home/docs.md", "---\ntitle: Home\n---\n").And("02.page/docs.md", page).And("02.page/wizard.yaml", rules)
            .And("wizard/facts.yaml", facts).And("wizard/fallback.md", "Call us.\n");

    /// <summary>What is said of the rules: <c>CODE message</c>, without what scenarios would be needed for.</summary>
    public static string[] RuleFindings(this KnowledgeSnapshot snapshot) =>
        [.. snapshot.Diagnostics.Where(diagnostic => diagnostic.Code.Id.StartsWith("KB3", StringComparison.Ordinal) && diagnostic.Code.Id is not ("KB325" or "KB326")).Select(diagnostic => $"{diagnostic.Code.Id} {diagnostic.Message}")];
}
