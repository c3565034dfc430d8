using System.Collections.Concurrent;
using System.IO.Hashing;
using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using TextMateSharp.Grammars;

namespace KnowledgeBase.Content.Markdown;

/// <summary>
/// Colours code as HTML: keywords, strings and comments get a class, everything else stays as it is. Results are kept by content, so that a rebuild
/// colours only what has changed. Safe to share; a tokenizer is used by one thread at a time.
/// </summary>
internal sealed class CodeColours
{
    // Longer lines are data, not code, and regular expressions of grammars can be slow on them.
    private const int MaxLine = 1000;
    private const int MaxCode = 100_000;

    // About 30 MB of text; a site with more than that colours the rest anew with each build.
    private const long MaxKept = 15_000_000;

    private static readonly TimeSpan LineTime = TimeSpan.FromSeconds(2);

    private readonly ConcurrentBag<Tokenizer> _tokenizers = [];
    private ConcurrentDictionary<UInt128, string> _used = new();
    private ConcurrentDictionary<UInt128, string> _before = new();
    private long _usedCharacters;

    /// <summary>The code with coloured spans, escaped for HTML; null for a language that has no grammar here.</summary>
    public string? Colour(CodeLanguage language, string code)
    {
        if (language.Grammar is not { } grammar || code.Length > MaxCode)
            return null;
        var key = KeyOf(grammar, code);
        if (_used.TryGetValue(key, out var known))
            return known;
        if (_before.TryGetValue(key, out known))
            return Keep(key, known);
        var tokenizer = _tokenizers.TryTake(out var free) ? free : new Tokenizer();
        var html = tokenizer.Colour(grammar, code);
        _tokenizers.Add(tokenizer);
        return Keep(key, html);
    }

    /// <summary>Lets the grammars go, which are large. Called at the end of a build; what changes later is little, and loads its grammar anew.</summary>
    public void CloseGrammars() => _tokenizers.Clear();

    /// <summary>Forgets what the last build did not use. Called between builds.</summary>
    public void Forget()
    {
        _before = _used;
        _used = new ConcurrentDictionary<UInt128, string>();
        Interlocked.Exchange(ref _usedCharacters, 0);
    }

    private string Keep(UInt128 key, string html)
    {
        if (Interlocked.Read(ref _usedCharacters) < MaxKept && _used.TryAdd(key, html))
            Interlocked.Add(ref _usedCharacters, html.Length);
        return html;
    }

    private static UInt128 KeyOf(string grammar, string code) => XxHash128.HashToUInt128(MemoryMarshal.AsBytes((grammar + "\n" + code).AsSpan()));

    /// <summary>TextMate's grammars keep state while they run; one of these belongs to one thread at a time.</summary>
    private sealed class Tokenizer
    {
        private readonly Dictionary<string, IGrammar?> _grammars = [];

        public string Colour(string name, string code)
        {
            if (!_grammars.TryGetValue(name, out var grammar))
                _grammars[name] = grammar = CodeGrammar.Load(name);
            if (grammar is null)
                return WebUtility.HtmlEncode(code);
            var html = new StringBuilder(code.Length * 2);
            IStateStack? state = null;
            foreach (var (index, line) in code.Split('\n').Index())
            {
                if (index > 0)
                    html.Append('\n');
                state = line.Length > MaxLine ? AppendPlain(html, line, state) : AppendColoured(html, line, grammar, state);
            }
            return html.ToString();
        }

        private static IStateStack? AppendPlain(StringBuilder html, string line, IStateStack? state)
        {
            html.Append(WebUtility.HtmlEncode(line));
            return state;
        }

        private static IStateStack AppendColoured(StringBuilder html, string line, IGrammar grammar, IStateStack? state)
        {
            var result = grammar.TokenizeLine(line, state, LineTime);
            var (open, start) = ((string?)null, 0);
            foreach (var token in result.Tokens)
            {
                var name = ClassOf(token.Scopes);
                if (name == open)
                    continue;
                Append(html, line, start, Math.Min(token.StartIndex, line.Length), open);
                (open, start) = (name, Math.Min(token.StartIndex, line.Length));
            }
            Append(html, line, start, line.Length, open);
            return result.RuleStack;
        }

        private static void Append(StringBuilder html, string line, int start, int end, string? name)
        {
            if (end <= start)
                return;
            var text = WebUtility.HtmlEncode(line[start..end]);
            if (name is null)
                html.Append(text);
            else
                html.Append("<span class=\"").Append(name).Append("\">").Append(text).Append("</span>");
        }

        /// <summary>The class of the innermost scope that has one.</summary>
        private static string? ClassOf(List<string> scopes)
        {
            for (var index = scopes.Count - 1; index >= 0; index--)
            {
                var scope = scopes[index];
                if (scope.StartsWith("comment", StringComparison.Ordinal))
                    return "hl-com";
                if (IsKey(scope))
                    return "hl-key";
                if (scope.StartsWith("string", StringComparison.Ordinal) && !scope.StartsWith("string.unquoted", StringComparison.Ordinal))
                    return "hl-str";
            }
            return null;
        }

        private static bool IsKey(string scope) =>
            (scope.StartsWith("keyword", StringComparison.Ordinal) && !scope.StartsWith("keyword.operator", StringComparison.Ordinal))
            || scope.StartsWith("storage", StringComparison.Ordinal)
            || scope.StartsWith("entity.name.tag", StringComparison.Ordinal)
            || scope.StartsWith("support.type.property-name", StringComparison.Ordinal)
            || scope.StartsWith("constant.language", StringComparison.Ordinal);
    }
}
