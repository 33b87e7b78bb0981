using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>
/// The segments in order: makes the next one, finds the one of a sequence, deletes those that are done with, and heals those
/// that are damaged. Used under the outbox's lock only.
/// </summary>
internal sealed class SegmentShelf(
    string folder, ControlDatabase control, SegmentHealing healing, TimeProvider time) : IDisposable
{
    private const int OpenFilesMax = 4;

    private readonly List<Segment> _segments = [];
    private readonly List<Segment> _recent = [];

    /// <summary>All segments, oldest first.</summary>
    public IReadOnlyList<Segment> Segments => _segments;

    /// <summary>The newest segment, which takes what is accepted; null until one could be made.</summary>
    public Segment? Active => _segments.Count == 0 ? null : _segments[^1];

    /// <summary>Packs of all segments whose fate is open.</summary>
    public SequenceSet Waiting { get; } = new();

    /// <summary>Puts an opened segment at the end.</summary>
    public void Add(Segment segment)
    {
        _segments.Add(segment);
        foreach (SequenceRange range in segment.Waiting.Ranges)
        {
            Waiting.AddRange(range.First, range.Last);
        }
    }

    /// <summary>The segment that holds a sequence, ready for use; null when none does.</summary>
    public Segment? Find(long sequence)
    {
        int low = 0;
        int high = _segments.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_segments[middle].First <= sequence)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low == 0 || _segments[low - 1].Next <= sequence ? null : _segments[low - 1];
    }

    /// <summary>Runs a step on a segment; when it turns out damaged it is healed and the step runs once more on what was saved.</summary>
    public T Use<T>(Segment segment, Func<Segment, T> step)
    {
        try
        {
            Touch(segment);
            return step(segment);
        }
        catch (Exception e) when (SqliteFile.IsCorrupt(e))
        {
            return step(HealInUse(segment, e));
        }
    }

    /// <summary>Makes a segment that begins with this sequence the active one.</summary>
    public Segment Roll(long first, long accepted)
    {
        control.Write(() => control.SetSegment(first, SegmentState.Making, 0));
        SegmentRewrite.DeleteFiles(Path.Combine(folder, Segment.NameOf(first)));
        Segment made = Segment.Create(folder, control.Outbox, control.Generation, first, accepted, time.GetUtcNow());
        Segment? sealing = Active;
        control.Write(() =>
        {
            control.SetSegment(first, SegmentState.Live, 0);
            if (sealing is not null)
            {
                control.SetSegment(sealing.First, SegmentState.Live, sealing.Next);
            }
        });
        Add(made);
        sealing?.Rest();
        return made;
    }

    /// <summary>Deletes a segment as a file, after what it still held was accounted for in the same transaction.</summary>
    public void Retire(Segment segment, Action? account)
    {
        control.Write(() =>
        {
            account?.Invoke();
            control.Packs.Remove(segment.First, segment.Next - 1);
            control.SetSegment(segment.First, SegmentState.Retiring, segment.Next);
        });
        foreach (SequenceRange range in segment.Waiting.Ranges)
        {
            Waiting.RemoveRange(range.First, range.Last);
        }

        _segments.Remove(segment);
        _recent.Remove(segment);
        segment.Dispose();
        FinishRetiring(segment.First);
    }

    /// <summary>Deletes the files of a segment that was accounted for before.</summary>
    public void FinishRetiring(long first)
    {
        SegmentRewrite.DeleteFiles(Path.Combine(folder, Segment.NameOf(first)));
        control.Write(() => control.ForgetSegment(first));
    }

    /// <summary>Puts a file that was rewritten in place of a sealed segment.</summary>
    public void Replace(Segment old, Action adopt)
    {
        int at = _segments.IndexOf(old);
        _recent.Remove(old);
        old.Dispose();
        adopt();
        _segments[at] = Segment.Open(old.Path, isChecked: false);
        _segments[at].KeepWaiting(old.Waiting);
        Touch(_segments[at]);
    }

    /// <inheritdoc/>
    public void Dispose() => _segments.ForEach(s => s.Rest());

    private Segment HealInUse(Segment segment, Exception cause)
    {
        segment.Dispose();
        Segment healed = healing.Run(new SegmentPlace(segment.First, segment == Active ? null : segment.Next), cause);
        _recent.Remove(segment);
        _segments[_segments.IndexOf(segment)] = healed;
        foreach (SequenceRange range in segment.Waiting.Ranges)
        {
            Waiting.RemoveRange(range.First, range.Last);
        }

        foreach (SequenceRange range in healed.Waiting.Ranges)
        {
            Waiting.AddRange(range.First, range.Last);
        }

        return healed;
    }

    private void Touch(Segment segment)
    {
        if (_recent.Count > 0 && _recent[0] == segment)
        {
            return;
        }

        _recent.Remove(segment);
        _recent.Insert(0, segment);
        if (_recent.Count > OpenFilesMax)
        {
            Segment resting = _recent.Find(s => s != Active && s != segment && _recent.IndexOf(s) >= OpenFilesMax - 1)
                ?? _recent[^1];
            _recent.Remove(resting);
            if (resting != Active)
            {
                resting.Rest();
            }
        }
    }
}
