using System.Collections.Frozen;

namespace KnowledgeBase.Content.Markdown;

/// <summary>What becomes of a shortcode.</summary>
internal enum ShortcodeUse
{
    /// <summary>Its content stays, it itself is not shown.</summary>
    Unwrap,

    /// <summary>Its content is code, verbatim.</summary>
    Code,

    /// <summary>Its content is for some languages only.</summary>
    Language,

    /// <summary>A set of tabs; shown as sections one after the other.</summary>
    Tabs,

    /// <summary>One of them.</summary>
    Tab,

    Notice,

    Details,

    Figure,

    /// <summary>Stands for itself and is not shown: an icon, filler text.</summary>
    Drop,
}

/// <summary>The shortcodes of Grav's shortcode-core and shortcode-ui that sites use.</summary>
internal static class ShortcodeNames
{
    private static readonly FrozenDictionary<string, ShortcodeUse> Uses = new Dictionary<string, ShortcodeUse>
    {
        ["prism"] = ShortcodeUse.Code,
        ["version"] = ShortcodeUse.Language,
        ["lang"] = ShortcodeUse.Language,
        ["ui-tabs"] = ShortcodeUse.Tabs,
        ["ui-tab"] = ShortcodeUse.Tab,
        ["ui-accordion"] = ShortcodeUse.Tabs,
        ["ui-accordion-item"] = ShortcodeUse.Tab,
        ["ui-callout-item"] = ShortcodeUse.Tab,
        ["notice"] = ShortcodeUse.Notice,
        ["details"] = ShortcodeUse.Details,
        ["figure"] = ShortcodeUse.Figure,
        ["fa"] = ShortcodeUse.Drop,
        ["lorem"] = ShortcodeUse.Drop,
        ["div"] = ShortcodeUse.Unwrap,
        ["section"] = ShortcodeUse.Unwrap,
        ["span"] = ShortcodeUse.Unwrap,
        ["columns"] = ShortcodeUse.Unwrap,
        ["center"] = ShortcodeUse.Unwrap,
        ["left"] = ShortcodeUse.Unwrap,
        ["right"] = ShortcodeUse.Unwrap,
        ["justify"] = ShortcodeUse.Unwrap,
        ["mark"] = ShortcodeUse.Unwrap,
        ["size"] = ShortcodeUse.Unwrap,
        ["color"] = ShortcodeUse.Unwrap,
        ["u"] = ShortcodeUse.Unwrap,
        ["raw"] = ShortcodeUse.Unwrap,
        ["safe-email"] = ShortcodeUse.Unwrap,
        ["ui-callout"] = ShortcodeUse.Unwrap,
        ["ui-animated-text"] = ShortcodeUse.Unwrap,
        ["h1"] = ShortcodeUse.Unwrap,
        ["h2"] = ShortcodeUse.Unwrap,
        ["h3"] = ShortcodeUse.Unwrap,
        ["h4"] = ShortcodeUse.Unwrap,
        ["h5"] = ShortcodeUse.Unwrap,
        ["h6"] = ShortcodeUse.Unwrap,
    }.ToFrozenDictionary();

    /// <summary>The use of a known shortcode, null for an unknown one.</summary>
    public static ShortcodeUse? UseOf(string name) => Uses.TryGetValue(name, out var use) ? use : null;
}
