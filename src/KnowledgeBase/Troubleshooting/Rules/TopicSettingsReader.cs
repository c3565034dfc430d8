using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Content.Yaml;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Troubleshooting.Rules;

/// <summary>Reads how the interview of a topic is led, from <c>topics:</c> of <c>facts.yaml</c> or from the head of a <c>wizard.yaml</c>.</summary>
internal static class TopicSettingsReader
{
    private const string Shortlist = "shortlist";

    public static readonly string[] Keys = ["title", "description", "exhaustive", "finish", "max_questions", "exclusive"];

    public static TopicSettings Read(RuleFile file, YamlMap map, string of) => new()
    {
        Title = file.Text(map, "title", of),
        Description = file.Text(map, "description", of),
        IsExhaustive = file.Flag(map, "exhaustive", of),
        Finish = Finish(file, map["finish"], of),
        MaxQuestions = file.Number(map, "max_questions", of),
        Exclusive = Exclusive(file, map["exclusive"], of),
    };

    private static FinishPolicy? Finish(RuleFile file, YamlValue? value, string of)
    {
        switch (value)
        {
            case null or YamlText { IsNull: true }:
                return null;
            case YamlText { Text: "decided" }:
                return new FinishPolicy.Decided();
            case YamlText { Text: "first-match" }:
                return new FinishPolicy.FirstMatch();
            case YamlMap map when Issues(map.Text(Shortlist)) is { } issues:
                return new FinishPolicy.Shortlist(issues);
            case YamlText text when text.Text.StartsWith(Shortlist, StringComparison.Ordinal) && Issues(text.Text[Shortlist.Length..].Trim(':', ' ')) is { } issues:
                return new FinishPolicy.Shortlist(issues);
            default:
                file.Report(DiagnosticCodes.UnexpectedRule, file.At(value), $"'finish' of {of} is neither decided, first-match nor 'shortlist: number'");
                return null;
        }
    }

    private static int? Issues(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    /// <summary>One group of issues, or a list of groups.</summary>
    private static ImmutableArray<ExclusiveGroup> Exclusive(RuleFile file, YamlValue? value, string of)
    {
        if (value is not YamlList list)
            return value is null or YamlText { IsNull: true } ? [] : Refuse();
        if (list.Items.All(item => item is YamlText))
            return [Group(list)];
        return list.Items.All(item => item is YamlList) ? [.. list.Items.Select(Group)] : Refuse();

        ExclusiveGroup Group(YamlValue group) => new([.. file.Texts(group, $"'exclusive' of {of}").Select(text => new RuleId(text.Text.Trim()))], file.At(group));

        ImmutableArray<ExclusiveGroup> Refuse()
        {
            file.Report(DiagnosticCodes.UnexpectedRule, file.At(value), $"'exclusive' of {of} is no list of issues");
            return [];
        }
    }
}
