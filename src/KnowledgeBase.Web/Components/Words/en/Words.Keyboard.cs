using System.Collections.Immutable;

namespace KnowledgeBase.Web.Components;

// Of the page about keys and accessibility.
internal static partial class Words
{
    public const string KeyboardDescription = "The keys that this site knows, how to turn the single-letter one off, and what the site does so that everybody can read it.";
    public const string Keys = "Keys";
    public const string EnterKeyName = "Enter";
    public const string EscapeKeyName = "Esc";
    public const string SlashKey = "goes to the search field.";
    public const string ArrowKeys = "walk through what the search field suggests.";
    public const string EnterKey = "opens the chosen suggestion, or searches for what you typed.";
    public const string EscapeKey = "closes the suggestions and keeps your words; closes the menu.";
    public const string OwnKeys = "Everything else is your browser’s: Tab and Shift+Tab reach every link, button and field, and the first stop of every page skips to its content.";
    public const string SingleKey = "Single-key shortcut";
    public const string SingleKeyAdvice = "Speech input and slips of the hand can press a single key by mistake. Your choice is kept in this browser.";
    public const string SlashSwitch = "The key / goes to the search field";
    public const string SingleKeyNeedsScripts = "It works with scripts only; without them there is nothing to turn off.";
    public const string Accessibility = "Accessibility";

    public static readonly ImmutableArray<string> AccessibilityFacts =
    [
        "Every page works without scripts: reading, searching, filtering.",
        "Colours follow your system, light or dark, and its wish for more contrast; text has a contrast of at least 7 to 1. The button at the top changes them.",
        "Pages fit a screen of 320 pixels and a zoom of 400 % without scrolling sideways.",
        "Headings, lists and landmarks tell screen readers how a page is built; what a colour says is also said by a word.",
        "Nothing moves by itself, and what fades does not where your system asks for less motion.",
        "Printed, a page is its text, with the addresses of its links.",
    ];
}
