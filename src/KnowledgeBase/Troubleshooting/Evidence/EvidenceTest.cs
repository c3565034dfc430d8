using System.Collections.Immutable;
using System.Globalization;

namespace KnowledgeBase.Troubleshooting.Evidence;

/// <summary>A test on values found in output. A closed family; immutable.</summary>
public abstract record EvidenceTest
{
    private EvidenceTest()
    {
    }

    /// <summary>The names of values that it asks for.</summary>
    internal abstract IEnumerable<string> Keys { get; }

    /// <summary>Whether it holds; a value that is missing, or is no number where one is needed, makes it false.</summary>
    /// <param name="value">Looks up a value, null where it is missing.</param>
    internal abstract bool Holds(Func<string, string?> value);

    /// <summary>Every key has one of its values; a key without values only needs to be there.</summary>
    public sealed record Fields(ImmutableArray<Field> All) : EvidenceTest
    {
        internal override IEnumerable<string> Keys => All.Select(one => one.Key);

        internal override bool Holds(Func<string, string?> value) =>
            All.All(one => value(one.Key) is { } found && (one.Values.Length == 0 || one.Values.Contains(found, StringComparer.Ordinal)));
    }

    /// <summary>A key and its possible values.</summary>
    public sealed record Field(string Key, ImmutableArray<string> Values);

    /// <summary>Two values compared, as numbers where both are numbers.</summary>
    /// <param name="Left">A number, or the name of a value.</param>
    /// <param name="Operator"><c>&lt;</c>, <c>&lt;=</c>, <c>=</c>, <c>!=</c>, <c>&gt;=</c> or <c>&gt;</c>.</param>
    /// <param name="Right">As <paramref name="Left"/>.</param>
    public sealed record Comparison(string Left, string Operator, string Right) : EvidenceTest
    {
        private static readonly string[] Operators = ["<=", ">=", "!=", "==", "<", ">", "="];

        internal override IEnumerable<string> Keys => new[] { Left, Right }.Where(operand => !IsNumber(operand, out _) && operand is not (SampleSums.First or SampleSums.Last));

        /// <summary>Reads <c>left operator right</c>, null where the text is no comparison.</summary>
        public static Comparison? Parse(string text)
        {
            var at = text.AsSpan().IndexOfAny('<', '>', '=');
            if (at > 0 && text[at - 1] == '!')
                at--;
            if (at <= 0)
                return null;
            var found = Operators.First(one => text.AsSpan(at).StartsWith(one, StringComparison.Ordinal));
            var (left, right) = (text[..at].Trim(), text[(at + found.Length)..].Trim());
            return IsOperand(left) && IsOperand(right) ? new Comparison(left, found == "==" ? "=" : found, right) : null;
        }

        internal override bool Holds(Func<string, string?> value)
        {
            if (ValueOf(Left, value) is not { } left || ValueOf(Right, value) is not { } right)
                return false;
            if (!IsNumber(left, out var first) || !IsNumber(right, out var second))
                return Operator switch { "=" => left == right, "!=" => left != right, _ => false };
            return Operator switch
            {
                "<" => first < second,
                "<=" => first <= second,
                ">" => first > second,
                ">=" => first >= second,
                "!=" => first != second,
                _ => first == second,
            };
        }

        private static string? ValueOf(string operand, Func<string, string?> value) => IsNumber(operand, out _) ? operand : value(operand);

        private static bool IsNumber(string text, out decimal number) =>
            decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

        private static bool IsOperand(string text) => text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-' or '/' or ':');
    }
}
