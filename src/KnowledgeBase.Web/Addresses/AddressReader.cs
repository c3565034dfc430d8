using System.Collections.Immutable;
using System.Globalization;

namespace KnowledgeBase.Web.Addresses;

/// <summary>Reads the query of an address, which anybody may have written: what means nothing is left out, with a hint. For one request.</summary>
internal sealed class AddressReader(IQueryCollection query)
{
    private const int LongestValue = 400;
    private const int MostValues = 50;

    private readonly SortedSet<AddressHint> _hints = [];

    /// <summary>What was left out of all that has been read.</summary>
    public ImmutableArray<AddressHint> Hints => [.. _hints];

    /// <summary>What somebody typed, in one line; empty for nothing.</summary>
    public string Words(string key, int longest)
    {
        var given = query[key].FirstOrDefault(value => !string.IsNullOrWhiteSpace(value)) ?? "";
        var words = string.Concat(given.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
        if (words.Length <= longest)
            return words;
        _hints.Add(AddressHint.WordsCut);
        return words[..(char.IsHighSurrogate(words[longest - 1]) ? longest - 1 : longest)];
    }

    /// <summary>The values of a filter, each once, whatever its capitals.</summary>
    /// <param name="keepsEmpty">Whether a value without a letter means something.</param>
    public ImmutableArray<string> Values(string key, bool keepsEmpty = false)
    {
        var values = query[key].Select(value => value?.Trim() ?? "").Where(value => keepsEmpty || value.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (values.Count > MostValues || values.Exists(value => value.Length > LongestValue))
            _hints.Add(AddressHint.TooManyValues);
        return [.. values.Where(value => value.Length <= LongestValue).Take(MostValues)];
    }

    public ImmutableArray<string> Routes(string key) => [.. Values(key).Select(route => "/" + route.Trim('/')).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The values that stand for something.</summary>
    public ImmutableArray<T> Known<T>(string key, Func<string, T?> meaning, AddressHint hint)
        where T : struct
    {
        var meanings = Values(key).Select(meaning).ToList();
        if (meanings.Contains(null))
            _hints.Add(hint);
        return [.. meanings.OfType<T>().Distinct()];
    }

    /// <summary>How many entries of a list are passed over, from 0.</summary>
    public int Start()
    {
        var number = query["from"].FirstOrDefault();
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var start) && !string.IsNullOrEmpty(number))
            _hints.Add(AddressHint.UnknownStart);
        return start;
    }
}
