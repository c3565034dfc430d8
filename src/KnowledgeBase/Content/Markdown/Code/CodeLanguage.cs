using System.Collections.Frozen;

namespace KnowledgeBase.Content.Markdown;

/// <summary>The language of a code block: the name that authors write, and the word that readers see.</summary>
/// <param name="Name">Lower-case; null for plain text.</param>
/// <param name="Word">For people: <c>Shell</c>, not <c>bash</c>.</param>
internal readonly record struct CodeLanguage(string? Name, string Word)
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["bash"] = "Shell",
        ["sh"] = "Shell",
        ["shell"] = "Shell",
        ["zsh"] = "Shell",
        ["console"] = "Shell",
        ["terminal"] = "Shell",
        ["yaml"] = "YAML",
        ["yml"] = "YAML",
        ["json"] = "JSON",
        ["xml"] = "XML",
        ["html"] = "HTML",
        ["css"] = "CSS",
        ["ini"] = "INI",
        ["toml"] = "TOML",
        ["http"] = "HTTP",
        ["sql"] = "SQL",
        ["php"] = "PHP",
        ["python"] = "Python",
        ["py"] = "Python",
        ["js"] = "JavaScript",
        ["javascript"] = "JavaScript",
        ["twig"] = "Twig",
        ["markdown"] = "Markdown",
        ["md"] = "Markdown",
        ["csharp"] = "C#",
        ["cs"] = "C#",
        ["go"] = "Go",
        ["ruby"] = "Ruby",
        ["powershell"] = "PowerShell",
        ["nginx"] = "nginx",
        ["apache"] = "Apache",
        ["dockerfile"] = "Dockerfile",
        ["diff"] = "Diff",
        ["conf"] = "Configuration",
        ["properties"] = "Properties",
        ["terraform"] = "Terraform",
        ["hcl"] = "Terraform",
    }.ToFrozenDictionary();

    private static readonly CodeLanguage PlainText = new(null, BodyWords.PlainCode);

    /// <summary>The name of its grammar, null where it is not coloured.</summary>
    public string? Grammar => Name is not null && Grammars.TryGetValue(Name, out var grammar) ? grammar : null;

    private static readonly FrozenDictionary<string, string> Grammars = new Dictionary<string, string>
    {
        ["bash"] = "shellscript",
        ["sh"] = "shellscript",
        ["shell"] = "shellscript",
        ["zsh"] = "shellscript",
        ["yaml"] = "yaml",
        ["yml"] = "yaml",
        ["json"] = "json",
        ["ini"] = "ini",
        ["conf"] = "ini",
        ["properties"] = "ini",
        ["python"] = "python",
        ["py"] = "python",
        ["sql"] = "sql",
        ["go"] = "go",
        ["diff"] = "diff",
        ["dockerfile"] = "dockerfile",
        ["powershell"] = "powershell",
        ["csharp"] = "csharp",
        ["cs"] = "csharp",
        ["js"] = "javascript",
        ["javascript"] = "javascript",
    }.ToFrozenDictionary();

    /// <summary>The language of a fence's first word; unknown words are plain text.</summary>
    public static CodeLanguage Of(string? info)
    {
        var name = info?.Split([' ', ',', '{'], 2)[0].Trim().ToLowerInvariant();
        return name is not null && Words.TryGetValue(name, out var word) ? new CodeLanguage(name, word) : PlainText;
    }
}
