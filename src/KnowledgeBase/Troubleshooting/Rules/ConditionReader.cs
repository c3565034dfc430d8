using System.Collections.Immutable;
using KnowledgeBase.Content.Yaml;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Troubleshooting.Rules;

/// <summary>
/// Reads conditions: <c>{fact: option}</c>, <c>{fact: [options]}</c>, <c>{fact: {not: options}}</c>, and <c>any:</c> with a list of such maps. What stands beside
/// <c>any:</c> belongs to each of them.
/// </summary>
internal sealed class ConditionReader(FactBook book, RuleFile file)
{
    private const string Any = "any";
    private const string Not = "not";
    private const int MaxCubes = 1000;

    /// <summary>The condition; null where a name in it is not known, which is reported.</summary>
    /// <param name="map">The map of facts.</param>
    /// <param name="of">Whose condition it is, for messages.</param>
    public Condition? Read(YamlMap map, string of)
    {
        var faults = file.Faults;
        var cubes = Cubes(map, of, []);
        if (cubes.Count > MaxCubes)
            file.Fault(DiagnosticCodes.UnexpectedRule, file.At(map), $"The condition of {of} has more than {MaxCubes} alternatives");
        return file.Faults == faults ? new Condition([.. cubes.Take(MaxCubes).Select(cube => new Cube([.. cube.Literals.OrderBy(literal => literal.Fact)], cube.At))]) : null;
    }

    private List<(List<Literal> Literals, SourceLocation At)> Cubes(YamlMap map, string of, List<Literal> common)
    {
        var literals = common;
        foreach (var entry in map.Entries.Where(entry => entry.Key != Any))
            if (LiteralOf(entry, of) is { } literal)
                literals = With(literals, literal);
        if (map[Any] is not { } any)
            return [(literals, file.At(map))];
        if (any is not YamlList list || list.Items.Length == 0 || list.Items.Any(item => item is not YamlMap))
        {
            file.Fault(DiagnosticCodes.UnexpectedRule, file.At(any), $"'any' in {of} is no list of conditions");
            return [(literals, file.At(map))];
        }
        var cubes = new List<(List<Literal> Literals, SourceLocation At)>();
        foreach (var item in list.Items.Cast<YamlMap>())
        {
            // Alternatives in alternatives multiply nothing, but aliases could repeat them without end.
            if (cubes.Count <= MaxCubes)
                cubes.AddRange(Cubes(item, of, literals));
        }
        return cubes;
    }

    /// <summary>A fact that is tested twice must fit both.</summary>
    private static List<Literal> With(List<Literal> literals, Literal added)
    {
        var same = literals.FindIndex(literal => literal.Fact == added.Fact);
        return same < 0
            ? [.. literals, added]
            : [.. literals.Select((literal, index) => index == same ? added with { Allowed = literal.Allowed & added.Allowed } : literal)];
    }

    private Literal? LiteralOf(YamlEntry entry, string of)
    {
        var position = book.PositionOf(entry.Key);
        if (position < 0)
        {
            if (book.Broken.Contains(entry.Key))
                file.Fault(DiagnosticCodes.UnknownFact, file.At(entry), $"Fact '{entry.Key}' in {of} cannot be used: its own declaration is wrong");
            else
                file.Fault(DiagnosticCodes.UnknownFact, file.At(entry), $"Unknown fact '{entry.Key}' in {of}{NearName.Hint(entry.Key, book.Names)}");
            return null;
        }
        var fact = book.Facts[position];
        if (entry.Value is YamlMap negation)
        {
            if (negation.Entries is not [{ Key: Not, Value: var excluded }])
            {
                file.Fault(DiagnosticCodes.UnexpectedRule, file.At(entry.Value), $"'{entry.Key}' in {of} is neither options nor 'not: options'");
                return null;
            }
            return new Literal(position, fact.All.Except(Options(fact, excluded, of)), file.At(entry));
        }
        if (entry.Value is YamlText { IsNull: true })
        {
            file.Fault(DiagnosticCodes.UnexpectedRule, file.At(entry), $"'{entry.Key}' in {of} names no option");
            return null;
        }
        return new Literal(position, Options(fact, entry.Value, of), file.At(entry));
    }

    private OptionSet Options(Fact fact, YamlValue value, string of)
    {
        var options = OptionSet.Empty;
        foreach (var text in file.Texts(value, $"'{fact.Id}' in {of}"))
            if (OptionOf(fact, text) is var option and >= 0)
                options |= OptionSet.Of(option);
        return options;
    }

    /// <summary>Position of the option that a text names; -1 where there is none, which is reported.</summary>
    public int OptionOf(Fact fact, YamlText text)
    {
        file.CheckWord(text);
        var option = fact.IndexOf(new OptionId(text.Text.Trim()));
        if (option < 0)
        {
            var names = fact.Options.Select(one => one.Id.Value).ToArray();
            file.Fault(DiagnosticCodes.UnknownOption, file.At(text), $"'{text.Text}' is not an option of '{fact.Id}' ({string.Join(", ", names)}){NearName.Hint(text.Text, names)}");
        }
        return option;
    }
}
