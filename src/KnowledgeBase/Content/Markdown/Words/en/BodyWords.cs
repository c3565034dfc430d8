namespace KnowledgeBase.Content.Markdown;

/// <summary>Every word that a body holds beside its author's, in the language of <c>-p:InterfaceLanguage</c>. They are part of the compiled page, so every reader of it finds the same.</summary>
internal static class BodyWords
{
    /// <summary>The language of code that has none.</summary>
    public const string PlainCode = "Text";

    /// <summary>The name of a table's box, for those who listen.</summary>
    public const string Table = "Table";

    /// <summary>What is pressed to unfold a part without a title.</summary>
    public const string Details = "Details";

    /// <summary>The name of a heading's permalink.</summary>
    public static string LinkTo(string heading) => $"Link to “{heading}”";

    /// <summary>What a notice is.</summary>
    public static string Notice(string kind) => kind switch
    {
        "warning" => "Warning",
        "info" => "Good to know",
        "tip" => "Tip",
        _ => "Please note",
    };
}
