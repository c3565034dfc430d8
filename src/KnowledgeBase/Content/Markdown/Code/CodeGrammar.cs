using System.Collections.Frozen;
using TextMateSharp.Grammars;
using TextMateSharp.Internal.Grammars.Reader;
using TextMateSharp.Internal.Types;
using TextMateSharp.Registry;
using TextMateSharp.Themes;

namespace KnowledgeBase.Content.Markdown;

/// <summary>
/// A TextMate grammar by itself. Grammars name others, which name others: that of the shell alone brings sixty languages, for code that is quoted within
/// code, and with them 30 MB and a fifth of a second. What is quoted is shown as the quotation that it is.
/// </summary>
internal sealed class CodeGrammar : IRegistryOptions
{
    private const string Resources = "TextMateSharp.Grammars.Resources.Grammars.";

    // Scope and file, by the name that `CodeLanguage` gives; and the parts that a language has in files of their own.
    private static readonly FrozenDictionary<string, (string Scope, string File)[]> Files = new Dictionary<string, (string, string)[]>
    {
        ["shellscript"] = [("source.shell", "shellscript.syntaxes.shell-unix-bash")],
        ["yaml"] = [("source.yaml", "yaml.syntaxes.yaml")],
        ["json"] = [("source.json", "json.syntaxes.JSON")],
        ["ini"] = [("source.ini", "ini.syntaxes.ini")],
        ["python"] = [("source.python", "python.syntaxes.MagicPython"), ("source.regexp.python", "python.syntaxes.MagicRegExp")],
        ["sql"] = [("source.sql", "sql.syntaxes.sql")],
        ["go"] = [("source.go", "go.syntaxes.go")],
        ["diff"] = [("source.diff", "git.syntaxes.diff")],
        ["dockerfile"] = [("source.dockerfile", "docker.syntaxes.docker")],
        ["powershell"] = [("source.powershell", "powershell.syntaxes.powershell")],
        ["csharp"] = [("source.cs", "csharp.syntaxes.csharp")],
        ["javascript"] = [("source.js", "javascript.syntaxes.JavaScript")],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly (string Scope, string File)[] _files;

    private CodeGrammar((string Scope, string File)[] files) => _files = files;

    /// <summary>Loads a language's grammar; null for a language that has none here. Used by one thread at a time.</summary>
    public static IGrammar? Load(string language) => Files.TryGetValue(language, out var files) ? new Registry(new CodeGrammar(files)).LoadGrammar(files[0].Scope) : null;

    IRawGrammar? IRegistryOptions.GetGrammar(string scopeName)
    {
        if (Array.Find(_files, file => file.Scope == scopeName) is not { File: { } file })
            return null;
        var name = $"{Resources}{file}.tmLanguage.json";
        using var stream = typeof(RegistryOptions).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"There is no grammar {name}.");
        using var reader = new StreamReader(stream);
        return GrammarReader.ReadGrammarSync(reader);
    }

    ICollection<string>? IRegistryOptions.GetInjections(string scopeName) => null;

    IRawTheme IRegistryOptions.GetTheme(string scopeName) => NoTheme.Instance;

    IRawTheme IRegistryOptions.GetDefaultTheme() => NoTheme.Instance;

    /// <summary>Colours are the stylesheet's; only scopes are asked for.</summary>
    private sealed class NoTheme : IRawTheme
    {
        public static readonly NoTheme Instance = new();

        public string GetName() => "";

        public string? GetInclude() => null;

        public ICollection<IRawThemeSetting> GetSettings() => [];

        public ICollection<IRawThemeSetting> GetTokenColors() => [];

        public ICollection<KeyValuePair<string, object>> GetGuiColors() => [];
    }
}
