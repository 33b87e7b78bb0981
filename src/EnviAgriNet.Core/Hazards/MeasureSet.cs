namespace EnviAgriNet.Core.Hazards;

/// <summary>The measures of a group of series at one time, each computed once and only when asked for.</summary>
/// <param name="group">The series.</param>
/// <param name="at">Measurement time.</param>
/// <param name="timing">When a series is silent.</param>
/// <param name="silence">What becomes of the measures of series that are silent.</param>
internal sealed class MeasureSet(SeriesGroup group, DateTimeOffset at, HazardTiming timing, Silence silence) : IMeasures
{
    private readonly Measured?[] _known = new Measured?[group.Measures.Count];

    public SeriesGroup Group => group;

    public DateTimeOffset At => at;

    /// <summary>Whether a measure was asked for whose series is silent, but for no longer than a warning is valid.</summary>
    public bool HasSilent { get; private set; }

    /// <inheritdoc/>
    public Measured Of(string name)
    {
        for (int i = 0; i < _known.Length; i++)
        {
            if (group.Measures[i].Name == name)
            {
                return _known[i] ??= Compute(i);
            }
        }

        return Measured.Absent;
    }

    private Measured Compute(int index)
    {
        if (group.Sources[index] is not { } source || source.LatestAt is not { } latest || at - latest > timing.Validity)
        {
            return Measured.Absent;
        }

        bool isSilent = at - latest > timing.SilenceAfter;
        HasSilent |= isSilent;
        return isSilent && silence == Silence.IsAbsent
            ? Measured.Absent
            : new Measured(false, source.ValueAt(isSilent && silence == Silence.LastSaid ? latest : at), latest);
    }
}

/// <summary>Measures by name, as conditions ask for them.</summary>
internal interface IMeasures
{
    /// <summary>A measure; absent when there is none of that name.</summary>
    Measured Of(string name);
}

/// <summary>A measure as a judgement at a time sees it.</summary>
/// <param name="IsAbsent">Whether the station has no sensor for it that still speaks.</param>
/// <param name="Value">The value, or null when there are too few readings.</param>
/// <param name="At">The newest reading of its series; of several series the one that is furthest behind.</param>
internal readonly record struct Measured(bool IsAbsent, MeasureValue? Value, DateTimeOffset At)
{
    public static Measured Absent { get; } = new(true, null, default);
}

/// <summary>What becomes of a measure whose series has fallen silent.</summary>
internal enum Silence
{
    /// <summary>It is no part of the judgement.</summary>
    IsAbsent,

    /// <summary>It counts with what it was at its last reading.</summary>
    LastSaid,

    /// <summary>It counts with what its windows still hold: enough for a witness.</summary>
    IsIgnored,
}
