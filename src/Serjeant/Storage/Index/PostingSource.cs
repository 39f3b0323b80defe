using Serjeant.Storage.Runs;

namespace Serjeant.Storage.Index;

/// <summary>What one run has of one key, by number: taken already where that is little, read as it is asked for where it is much.</summary>
internal sealed class PostingSource
{
    private readonly List<(int Index, uint Number, byte Mark)>? _hits;
    private readonly RunReader? _reader;
    private readonly ulong _key;
    private readonly int _index;
    private int _next;

    public PostingSource(List<(int Index, uint Number, byte Mark)> hits, int index, int first) => (_hits, _index, _next) = (hits, index, first);

    public PostingSource(Run run, ulong key)
    {
        (_reader, _key) = (new(run, RunReader.Much), key);
        _reader.Seek(key);
    }

    public uint Number { get; private set; }

    public byte Mark { get; private set; }

    /// <summary>After false, it must not be asked again.</summary>
    public bool Next()
    {
        if (_reader is not null)
        {
            if (!_reader.NextOf(_key))
            {
                _reader.Dispose();
                return false;
            }
            (Number, Mark) = (_reader.Current.Number, _reader.Current.Mark);
            return true;
        }
        if (_next >= _hits!.Count || _hits[_next].Index != _index) return false;
        (_, Number, Mark) = _hits[_next++];
        return true;
    }
}
