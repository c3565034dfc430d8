using System.Collections.Immutable;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Troubleshooting.Checks;

/// <summary>Facts, options and places in the words of diagnostics.</summary>
internal static class Wording
{
    /// <summary><c>peer: internet</c>, with all options where there are several.</summary>
    public static string Of(ImmutableArray<Fact> facts, int fact, OptionSet options) => $"{facts[fact].Id}: {Names(facts[fact], options, "/")}";

    /// <summary><c>symptom = slow-setup, os = ubuntu-18-04</c>: what an example decides; an option where several would do.</summary>
    public static string Example(ImmutableArray<Fact> facts, OptionSet[] example, params ReadOnlySpan<int> always)
    {
        var parts = new List<string>();
        for (var fact = 0; fact < example.Length; fact++)
        {
            if (example[fact] == facts[fact].All && !always.Contains(fact))
                continue;
            foreach (var option in example[fact])
            {
                parts.Add($"{facts[fact].Id} = {facts[fact].Options[option].Id}");
                break;
            }
        }
        return parts.Count == 0 ? "whatever is answered" : string.Join(", ", parts);
    }

    public static string Names(Fact fact, OptionSet options, string separator)
    {
        var names = new List<string>();
        foreach (var option in options)
            names.Add(fact.Options[option].Id.Value);
        return names.Count == 0 ? "nothing" : string.Join(separator, names);
    }

    /// <summary><c>facts.yaml:58</c>.</summary>
    public static string Place(SourceLocation location) => $"{location.File[(location.File.LastIndexOf('/') + 1)..]}:{location.Line}";
}
