using System.Buffers;

namespace KnowledgeBase.Search.Lucene;

/// <summary>
/// Finds the words of a text, the same way for pages and for questions. <c>net.ipv4.tcp_keepalive_time</c> gives its parts and the whole, <c>load-balancer</c>
/// its parts and <c>loadbalancer</c>, <c>cropZoom</c> its humps and the whole. Not safe to share between threads.
/// </summary>
internal sealed class WordReader(Lexicon lexicon)
{
    private const int MaxParts = 12;
    private static readonly SearchValues<char> Joiners = SearchValues.Create("._-:/\\@'’");

    private readonly List<(int Start, int End)> _parts = [];
    private readonly char[] _whole = new char[Lexicon.MaxLength];

    /// <summary>Adds the words of <paramref name="text"/> to <paramref name="words"/>, positions counted from <paramref name="position"/>; returns the position after the last.</summary>
    public int Read(ReadOnlySpan<char> text, List<Word> words, int position = 0)
    {
        var index = 0;
        while (index < text.Length)
        {
            if (!char.IsLetterOrDigit(text[index]))
            {
                index++;
                continue;
            }
            var end = ReadChunk(text, index);
            position = AddChunk(text, words, position);
            index = end;
        }
        return position;
    }

    /// <summary>Letters and digits, with joiners between them; collects the parts.</summary>
    private int ReadChunk(ReadOnlySpan<char> text, int start)
    {
        _parts.Clear();
        var index = start;
        while (true)
        {
            var end = index + 1;
            if (!IsIdeograph(text[index]))
            {
                while (end < text.Length && char.IsLetterOrDigit(text[end]) && !IsIdeograph(text[end]))
                    end++;
            }
            _parts.Add((index, end));
            var next = end;
            while (next < text.Length && next - end < 2 && Joiners.Contains(text[next]))
                next++;
            if (next == end || next == text.Length || !char.IsLetterOrDigit(text[next]) || _parts.Count == MaxParts)
                return end;
            index = next;
        }
    }

    /// <summary>Han, Kana and Hangul are written without blanks; each letter is a word.</summary>
    private static bool IsIdeograph(char letter) => letter is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3';

    private int AddChunk(ReadOnlySpan<char> text, List<Word> words, int position)
    {
        DropPossessive(text);
        var first = position;
        var (start, end) = (_parts[0].Start, _parts[^1].End);
        foreach (var part in _parts)
            position = AddPart(text, part, words, position);
        if (_parts.Count == 1)
            return position;
        if (!HasOnlyHyphens(text))
            words.Add(new Word(lexicon.Of(Join(text, '.')), WordKind.Identifier, start, end, position - 1, position - first));
        else if (_parts.Count <= 4)
            words.Add(new Word(lexicon.Of(Join(text, '\0')), WordKind.Joined, start, end, position - 1, position - first));
        return position;
    }

    private bool HasOnlyHyphens(ReadOnlySpan<char> text)
    {
        for (var index = 1; index < _parts.Count; index++)
            if (text[_parts[index - 1].End.._parts[index].Start].ContainsAnyExcept('-'))
                return false;
        return true;
    }

    /// <summary>The server's, don't: an apostrophe ends a word or is left out of it.</summary>
    private void DropPossessive(ReadOnlySpan<char> text)
    {
        for (var index = _parts.Count - 1; index > 0; index--)
        {
            var (before, part) = (_parts[index - 1], _parts[index]);
            if (text[before.End] is not ('\'' or '’'))
                continue;
            _parts.RemoveAt(index);
            if (text[part.Start..part.End] is not ("s" or "S"))
                _parts[index - 1] = (before.Start, part.End);
        }
    }

    private int AddPart(ReadOnlySpan<char> text, (int Start, int End) part, List<Word> words, int position)
    {
        var span = text[part.Start..part.End];
        if (span.IndexOfAny('\'', '’') >= 0)
            span = span.ToString().Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);
        else if (IsCamelCase(span))
            return AddHumps(span, part.Start, words, position);
        words.Add(new Word(lexicon.Of(span), WordKind.Plain, part.Start, part.End, position, 1));
        return position + 1;
    }

    /// <summary>cropZoom, AbortMultipartUpload: a hump after a small letter; names of two words such as OpenStack stay whole.</summary>
    private static bool IsCamelCase(ReadOnlySpan<char> span)
    {
        var humps = 0;
        for (var index = 1; index < span.Length; index++)
            if (char.IsUpper(span[index]) && char.IsLower(span[index - 1]))
                humps++;
        return humps >= 2 || (humps == 1 && char.IsLower(span[0]) && span.Length > 5);
    }

    private int AddHumps(ReadOnlySpan<char> span, int offset, List<Word> words, int position)
    {
        var (first, start) = (position, 0);
        for (var index = 1; index <= span.Length; index++)
        {
            if (index < span.Length && !(char.IsUpper(span[index]) && char.IsLower(span[index - 1])))
                continue;
            words.Add(new Word(lexicon.Of(span[start..index]), WordKind.Plain, offset + start, offset + index, position++, 1));
            start = index;
        }
        words.Add(new Word(lexicon.Of(span), WordKind.Joined, offset, offset + span.Length, position - 1, position - first));
        return position;
    }

    private ReadOnlySpan<char> Join(ReadOnlySpan<char> text, char separator)
    {
        var length = 0;
        foreach (var (start, end) in _parts)
        {
            if (length > 0 && separator != '\0' && length < _whole.Length)
                _whole[length++] = separator;
            var part = text[start..end];
            part = part[..Math.Min(part.Length, _whole.Length - length)];
            part.CopyTo(_whole.AsSpan(length));
            length += part.Length;
        }
        return _whole.AsSpan(0, length);
    }
}
