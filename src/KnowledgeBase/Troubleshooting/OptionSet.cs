using System.Numerics;

namespace KnowledgeBase.Troubleshooting;

/// <summary>Some of the options of one fact, as bits by position.</summary>
public readonly record struct OptionSet(ulong Bits)
{
    public static OptionSet Empty => default;

    /// <summary>The first <paramref name="count"/> options.</summary>
    public static OptionSet First(int count) => new(count >= 64 ? ulong.MaxValue : (1UL << count) - 1);

    public static OptionSet Of(int index) => new(1UL << index);

    public int Count => BitOperations.PopCount(Bits);

    public bool IsEmpty => Bits == 0;

    /// <summary>The only option, -1 where there are none or several.</summary>
    public int Only => BitOperations.IsPow2(Bits) ? BitOperations.TrailingZeroCount(Bits) : -1;

    public bool Contains(int index) => (Bits >> index & 1) != 0;

    public bool IsWithin(OptionSet other) => (Bits & ~other.Bits) == 0;

    public bool Overlaps(OptionSet other) => (Bits & other.Bits) != 0;

    public OptionSet Except(OptionSet other) => new(Bits & ~other.Bits);

    public static OptionSet operator &(OptionSet left, OptionSet right) => new(left.Bits & right.Bits);

    public static OptionSet operator |(OptionSet left, OptionSet right) => new(left.Bits | right.Bits);

    /// <summary>Positions in ascending order; walked without allocating.</summary>
    public Walk GetEnumerator() => new(Bits);

    /// <summary>An enumerator.</summary>
    public struct Walk(ulong bits)
    {
        private ulong _rest = bits;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            if (_rest == 0)
                return false;
            Current = BitOperations.TrailingZeroCount(_rest);
            _rest &= _rest - 1;
            return true;
        }
    }
}
