using System.Collections.Frozen;
using System.Collections.Immutable;

namespace KnowledgeBase.Content.Yaml;

/// <summary>
/// A parsed YAML node: text, list or map. Scalars stay the text that was written (<c>0123</c>, <c>1.10</c> and <c>yes</c> survive);
/// whoever reads a key decides what it means. Immutable.
/// </summary>
/// <param name="Line">Line of the node in its file, from 1.</param>
/// <param name="Column">Column, from 1.</param>
internal abstract record YamlValue(int Line, int Column);

/// <summary>A scalar; <paramref name="IsNull"/> for an empty plain one, <c>~</c> or <c>null</c>.</summary>
internal sealed record YamlText(string Text, bool IsNull, int Line, int Column) : YamlValue(Line, Column)
{
    /// <summary>Written without quotes.</summary>
    public bool IsPlain { get; init; }
}

/// <summary>A sequence.</summary>
internal sealed record YamlList(ImmutableArray<YamlValue> Items, int Line, int Column) : YamlValue(Line, Column);

/// <summary>A mapping in the order of the file. Keys are case-sensitive; of two equal keys the first counts, as in Grav.</summary>
internal sealed record YamlMap(ImmutableArray<YamlEntry> Entries, int Line, int Column) : YamlValue(Line, Column)
{
    private readonly FrozenDictionary<string, YamlValue> _values =
        Entries.DistinctBy(entry => entry.Key).ToFrozenDictionary(entry => entry.Key, entry => entry.Value);

    public static YamlMap Empty { get; } = new([], 1, 1);

    /// <summary>The value of a key, null where it is absent.</summary>
    public YamlValue? this[string key] => _values.GetValueOrDefault(key);

    /// <summary>The value at the end of a path of keys, null where any step is absent or no map.</summary>
    public YamlValue? Find(params ReadOnlySpan<string> path)
    {
        YamlValue? value = this;
        foreach (var key in path)
            value = (value as YamlMap)?[key];
        return value;
    }

    /// <summary>The scalar at the end of a path, trimmed; null where it is absent, empty or no scalar.</summary>
    public string? Text(params ReadOnlySpan<string> path) =>
        Find(path) is YamlText { IsNull: false } text && text.Text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    /// <summary>This map without the keys that another one has.</summary>
    public YamlMap Without(YamlMap other) => new([.. Entries.Where(entry => other[entry.Key] is null)], Line, Column);

    /// <summary>This map with what only <paramref name="defaults"/> has, key by key and recursively.</summary>
    public YamlMap WithDefaults(YamlMap defaults)
    {
        var merged = ImmutableArray.CreateBuilder<YamlEntry>();
        foreach (var entry in Entries)
        {
            merged.Add(entry.Value is YamlMap own && defaults[entry.Key] is YamlMap inherited
                ? entry with { Value = own.WithDefaults(inherited) }
                : entry);
        }
        merged.AddRange(defaults.Entries.Where(entry => this[entry.Key] is null));
        return new YamlMap(merged.ToImmutable(), Line, Column);
    }
}

/// <summary>One key with its value; line and column are the key's.</summary>
internal sealed record YamlEntry(string Key, YamlValue Value, int Line, int Column = 1)
{
    /// <summary>The key is written without quotes.</summary>
    public bool IsPlain { get; init; }
}
