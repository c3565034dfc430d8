namespace KnowledgeBase.Diagnostics;

/// <summary>A place in an author's file.</summary>
/// <param name="File">Path relative to the content folder's pages root (configuration: to the folder beside it), with <c>/</c>.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
public readonly record struct SourceLocation(string File, int Line = 1, int Column = 1) : IComparable<SourceLocation>
{
    /// <summary>Orders by file (ordinal), line and column.</summary>
    public int CompareTo(SourceLocation other)
    {
        var byFile = string.CompareOrdinal(File, other.File);
        return byFile != 0 ? byFile : (Line, Column).CompareTo((other.Line, other.Column));
    }

    public static bool operator <(SourceLocation left, SourceLocation right) => left.CompareTo(right) < 0;

    public static bool operator <=(SourceLocation left, SourceLocation right) => left.CompareTo(right) <= 0;

    public static bool operator >(SourceLocation left, SourceLocation right) => left.CompareTo(right) > 0;

    public static bool operator >=(SourceLocation left, SourceLocation right) => left.CompareTo(right) >= 0;

    public override string ToString() => $"{File}:{Line}:{Column}";
}
