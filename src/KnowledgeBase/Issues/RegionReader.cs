using System.Collections.Immutable;
using System.Text.RegularExpressions;
using KnowledgeBase.Content.Markdown;

namespace KnowledgeBase.Issues;

/// <summary>Reads short lists of names: regions and versions, written as prose or as a list.</summary>
internal static partial class RegionReader
{
    /// <summary>The names in a section.</summary>
    public static ImmutableArray<string> Names(IReadOnlyList<BodyBlock> blocks)
    {
        var texts = blocks.SelectMany(block => block.Kind == BodyBlockKind.List ? block.Items.Select(item => item.Text) : [block.Text]);
        return
        [
            .. texts.SelectMany(text => Separator().Split(text)).Select(name => name.Trim().TrimEnd('.').Trim()).Where(name => name.Length > 0)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>Whether the names say that every region is meant.</summary>
    public static bool MeansAll(ImmutableArray<string> names) => !names.IsEmpty && names.All(name => All().IsMatch(name));

    [GeneratedRegex(@"\s*[,;/&]\s*|\s+(?:and|und)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(?:all|alle)(?: regions?| regionen)?$", RegexOptions.IgnoreCase)]
    private static partial Regex All();
}
