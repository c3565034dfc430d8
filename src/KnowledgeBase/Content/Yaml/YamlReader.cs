using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KnowledgeBase.Content.Yaml;

/// <summary>Reads one YAML document strictly into <see cref="YamlValue"/>s. Aliases share their anchor's node and are counted, so that an alias bomb stays small.</summary>
internal static class YamlReader
{
    private const int MaxDepth = 64;
    private const int MaxAliases = 100;

    // With everything that aliases stand for: what readers of the value may have to walk through.
    private const int MaxNodes = 20_000;

    /// <summary>The same for rules of the wizard, which are one file for thousands of issues.</summary>
    public const int MaxRuleNodes = 1_000_000;

    /// <summary>Parses a document; an empty one is an empty map.</summary>
    /// <param name="text">The YAML text.</param>
    /// <param name="firstLine">The line of the file on which <paramref name="text"/> begins, from 1.</param>
    /// <param name="duplicates">Receives the second and later entries of equal keys.</param>
    /// <param name="maxNodes">How many values the document may have.</param>
    /// <exception cref="YamlSyntaxException">The text is not YAML, or nests or refers beyond the limits.</exception>
    public static YamlValue Read(string text, int firstLine = 1, ICollection<YamlEntry>? duplicates = null, int maxNodes = MaxNodes)
    {
        var parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
        var session = new Session(parser, firstLine, duplicates, maxNodes);
        try
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
                return YamlMap.Empty;
            parser.Consume<DocumentStart>();
            var value = session.ReadNode(0);
            parser.Consume<DocumentEnd>();
            return value is YamlText { IsNull: true } ? YamlMap.Empty : value;
        }
        catch (YamlException exception)
        {
            var line = (int)Math.Min(exception.Start.Line, int.MaxValue);
            var column = (int)Math.Min(exception.Start.Column, int.MaxValue);
            throw new YamlSyntaxException(Sentence(exception), firstLine + Math.Max(line, 1) - 1, Math.Max(column, 1));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet's own slips: an empty tag, `!<>`, and a byte order mark inside brackets.
            throw new YamlSyntaxException("it cannot be read", firstLine + Math.Max((int)(parser.Current?.End.Line ?? 1), 1) - 1, 1);
        }
    }

    private static string Sentence(YamlException exception)
    {
        var message = exception.InnerException?.Message ?? exception.Message;
        return message.Trim().TrimEnd('.').ReplaceLineEndings(" ");
    }

    private sealed class Session(Parser parser, int firstLine, ICollection<YamlEntry>? duplicates, int maxNodes)
    {
        private readonly Dictionary<AnchorName, YamlValue> _anchors = [];
        private readonly Dictionary<YamlValue, int> _sizes = new(ReferenceEqualityComparer.Instance);
        private int _aliases;

        public YamlValue ReadNode(int depth)
        {
            if (depth > MaxDepth)
                throw new YamlException(parser.Current!.Start, parser.Current.End, $"nested more than {MaxDepth} levels deep");
            if (parser.TryConsume<AnchorAlias>(out var alias))
                return Resolve(alias);
            var start = parser.Current ?? throw new YamlException("the text ends too early");
            var (line, column) = (LineOf(start.Start), (int)start.Start.Column);
            YamlValue value = start switch
            {
                Scalar => ReadScalar(line, column),
                SequenceStart => ReadList(depth, line, column),
                MappingStart => ReadMap(depth, line, column),
                _ => throw new YamlException(start.Start, start.End, "a value was expected here"),
            };
            var size = SizeOf(value);
            if (size > maxNodes)
                throw new YamlException(start.Start, start.End, $"more than {maxNodes} values, those behind aliases included");
            _sizes[value] = size;
            if (start is NodeEvent { Anchor.IsEmpty: false } anchored)
                _anchors[anchored.Anchor] = value;
            return value;
        }

        private int SizeOf(YamlValue value) => value switch
        {
            YamlList list => 1 + list.Items.Sum(item => _sizes[item]),
            YamlMap map => 1 + map.Entries.Sum(entry => _sizes[entry.Value]),
            _ => 1,
        };

        private int LineOf(Mark mark) => firstLine + (int)mark.Line - 1;

        private YamlValue Resolve(AnchorAlias alias)
        {
            if (++_aliases > MaxAliases)
                throw new YamlException(alias.Start, alias.End, $"more than {MaxAliases} aliases");
            return _anchors.TryGetValue(alias.Value, out var value)
                ? value
                : throw new YamlException(alias.Start, alias.End, string.Create(CultureInfo.InvariantCulture, $"the alias *{alias.Value} has no anchor"));
        }

        private YamlText ReadScalar(int line, int column)
        {
            var scalar = parser.Consume<Scalar>();
            var isNull = scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null" or "Null" or "NULL";
            return new YamlText(scalar.Value, isNull, line, column) { IsPlain = scalar.Style == ScalarStyle.Plain };
        }

        private YamlList ReadList(int depth, int line, int column)
        {
            parser.Consume<SequenceStart>();
            var items = ImmutableArray.CreateBuilder<YamlValue>();
            while (!parser.TryConsume<SequenceEnd>(out _))
                items.Add(ReadNode(depth + 1));
            return new YamlList(items.ToImmutable(), line, column);
        }

        private YamlMap ReadMap(int depth, int line, int column)
        {
            parser.Consume<MappingStart>();
            var entries = ImmutableArray.CreateBuilder<YamlEntry>();
            var keys = new HashSet<string>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var at = parser.Current!.Start;
                if (!parser.TryConsume<Scalar>(out var key))
                    throw new YamlException(at, parser.Current.End, "a key must be plain text");
                var entry = new YamlEntry(key.Value, ReadNode(depth + 1), LineOf(at), (int)at.Column) { IsPlain = key.Style == ScalarStyle.Plain };
                if (keys.Add(entry.Key))
                    entries.Add(entry);
                else
                    duplicates?.Add(entry);
            }
            return new YamlMap(entries.ToImmutable(), line, column);
        }
    }
}
