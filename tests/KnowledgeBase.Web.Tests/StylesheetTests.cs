using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Web.Tests;

/// <summary>What the stylesheet promises: colours that everybody can read, and one small file that loads nothing.</summary>
public sealed partial class StylesheetTests
{
    private const double Body = 7;
    private const double Code = 4.5;
    private const double Edge = 3;

    private static readonly string Css = File.ReadAllText(Path.Combine(Repository.Root, "wwwroot", "site.css"));

    private static readonly string[] Grounds = ["canvas", "surface", "raised"];
    private static readonly string[] Washes = ["accent-wash", "good-wash", "warn-wash", "bad-wash"];

    /// <summary>Which colour stands on which grounds, and how much they have to differ (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11).</summary>
    public static TheoryData<string, string[], double> Pairs() => new()
    {
        { "text", [.. Grounds, .. Washes], Body },
        { "muted", [.. Grounds, "accent-wash"], Body },
        { "accent", [.. Grounds, "accent-wash"], Body },
        { "accent-strong", [.. Grounds, "accent-wash"], Body },
        { "on-accent", ["accent", "accent-strong"], Body },
        { "good", [.. Grounds, "good-wash"], Body },
        { "warn", [.. Grounds, "warn-wash"], Body },
        { "bad", [.. Grounds, "bad-wash"], Body },
        { "mark-text", ["mark"], Body },
        { "code-key", ["surface"], Code },
        { "code-str", ["surface"], Code },
        { "code-com", ["surface"], Code },
        { "edge", [.. Grounds, "accent-wash"], Edge },
        { "focus", [.. Grounds, .. Washes], Edge },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_colour_differs_enough_from_every_ground_that_it_stands_on(string colour, string[] grounds, double least)
    {
        foreach (var ground in grounds)
        {
            var (front, back) = (ColourOf(colour), ColourOf(ground));

            Assert.True(Ratio(front.Light, back.Light) >= least, $"--{colour} on --{ground}, light: {Ratio(front.Light, back.Light):F2}");
            Assert.True(Ratio(front.Dark, back.Dark) >= least, $"--{colour} on --{ground}, dark: {Ratio(front.Dark, back.Dark):F2}");
        }
    }

    [Fact]
    public void It_is_one_short_file_that_loads_nothing_and_keeps_its_layers()
    {
        Assert.InRange(Css.AsSpan().Count('\n'), 1, 600);
        var rules = Comment().Replace(Css, "");
        Assert.DoesNotContain("url(", rules);
        Assert.DoesNotContain("@import", rules);
        Assert.All(TopLevel().Matches(rules), rule => Assert.StartsWith("@layer", rule.Value));
    }

    /// <summary>The value of a token, which may be another token.</summary>
    private static (string Light, string Dark) ColourOf(string token)
    {
        var match = Regex.Match(Css, $@"--{token}: (?:light-dark\((?<light>#[0-9a-f]{{6}}), (?<dark>#[0-9a-f]{{6}})\)|var\(--(?<other>[\w-]+)\));");
        Assert.True(match.Success, $"--{token} has no colour.");
        return match.Groups["other"] is { Success: true } other ? ColourOf(other.Value) : (match.Groups["light"].Value, match.Groups["dark"].Value);
    }

    private static double Ratio(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) => (0.2126 * Linear(colour[1..3])) + (0.7152 * Linear(colour[3..5])) + (0.0722 * Linear(colour[5..7]));

    private static double Linear(string channel)
    {
        var value = int.Parse(channel, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^[^\s}].*$", RegexOptions.Multiline)]
    private static partial Regex TopLevel();
}
