using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace KnowledgeBase.Search.Lucene;

/// <summary>Hands words that were read already to Lucene: each word, and at the same position its stem where that differs.</summary>
internal sealed class WordStream : TokenStream
{
    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _increment;
    private IReadOnlyList<Word> _words = [];
    private int _next;
    private int _position;
    private string? _stem;

    public WordStream()
    {
        _term = AddAttribute<ICharTermAttribute>();
        _increment = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <summary>Sets what the next pass gives.</summary>
    public WordStream Of(IReadOnlyList<Word> words)
    {
        _words = words;
        return this;
    }

    public override void Reset()
    {
        base.Reset();
        (_next, _position, _stem) = (0, -1, null);
    }

    public override bool IncrementToken()
    {
        if (_stem is not null)
        {
            _term.SetEmpty().Append(Lexeme.StemMark).Append(_stem);
            (_increment.PositionIncrement, _stem) = (0, null);
            return true;
        }
        if (_next == _words.Count)
            return false;
        var word = _words[_next++];
        _term.SetEmpty().Append(word.Lexeme.Text);
        (_increment.PositionIncrement, _position) = (word.Position - _position, word.Position);
        _stem = word.Lexeme.HasOwnStem ? word.Lexeme.Stem : null;
        return true;
    }
}
