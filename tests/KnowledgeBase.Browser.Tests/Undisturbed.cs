namespace KnowledgeBase.Browser.Tests;

/// <summary>Tests that look at the clock: no other test runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Undisturbed
{
    public const string Name = "undisturbed";
}
