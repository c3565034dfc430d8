using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Troubleshooting;

/// <summary>Names one option of a fact.</summary>
public readonly record struct OptionId(string Value)
{
    /// <summary>"I do not know": an answer that names no option.</summary>
    public static OptionId Unknown { get; } = new("unknown");

    public override string ToString() => Value;
}

/// <summary>A possible answer.</summary>
/// <param name="Id">Its name in links and conditions.</param>
/// <param name="Label">What a visitor reads.</param>
/// <param name="Prior">How often it is the answer, compared with the other options; 1 where nothing is known.</param>
/// <param name="Location">Where it is declared.</param>
public sealed record Option(OptionId Id, string Label, int Prior, SourceLocation Location);
