using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Quality;

/// <summary>
/// Judges one series reading by reading, as they come. The arithmetic is that of the tests of whole series; time takes the place of
/// counted steps, so that a series without holes gets the same flags. What needs the next reading is said of the one before when
/// the next has come (<see cref="Settled"/>). About 3.2 kB with a flat line or signal test, 200 bytes without; never grows.
/// Not safe for several threads.
/// </summary>
public sealed class SeriesQuality
{
    /// <summary>After so many late readings in a row the series is taken to have begun anew, as when a clock was set back.</summary>
    public const int LateInRowMax = 20;

    private readonly GrossRangeTest? _range;
    private readonly ClimatologyTest? _climatology;
    private readonly SpikeTest? _spike;
    private readonly RateOfChangeTest? _rate;
    private readonly FlatLineTest? _flat;
    private readonly AttenuatedSignalTest? _signal;
    private readonly GapTest? _gap;
    private readonly RecentBuckets? _recent;

    private long _lastMs;
    private double _last = double.NaN;
    private double _beforeLast = double.NaN;
    private Verdict _lastVerdict;
    private int _lateInRow;

    /// <summary>A series that has not begun.</summary>
    public SeriesQuality(QualityConfig config)
    {
        _range = config.Find<GrossRangeTest>();
        _climatology = config.Find<ClimatologyTest>();
        _spike = config.Find<SpikeTest>();
        _rate = config.Find<RateOfChangeTest>();
        _flat = config.Find<FlatLineTest>();
        _signal = config.Find<AttenuatedSignalTest>() is { PeriodSeconds: > 0 } signal ? signal : null;
        _gap = config.Find<GapTest>();
        double span = Math.Max(
            Math.Max(_flat?.SuspectSeconds ?? 0, _flat?.FailSeconds ?? 0), _signal?.PeriodSeconds ?? 0);
        _recent = span > 0 ? new RecentBuckets((long)(span * 1000)) : null;
    }

    /// <summary>
    /// What the spike test says of the reading before the newest, now that it has neighbours on both sides; null while it has not, or
    /// when there is no such test.
    /// </summary>
    public SettledVerdict? Settled { get; private set; }

    /// <summary>
    /// Judges a reading. One that is not newer than the newest is judged by itself only and changes nothing; the newest one coming
    /// again gets its verdict again.
    /// </summary>
    /// <param name="timeMs">Milliseconds since 1970.</param>
    /// <param name="value">The value, finite.</param>
    /// <param name="depth">The depth in metres, positive down; NaN when unknown.</param>
    public Verdict Judge(long timeMs, double value, double depth = double.NaN)
    {
        Verdict alone = JudgeAlone(timeMs, value, depth);
        if (double.IsNaN(_last))
        {
            return Begin(timeMs, value, alone);
        }

        if (timeMs > _lastMs)
        {
            return Follow(timeMs, value, alone);
        }

        if (timeMs == _lastMs && value.Equals(_last))
        {
            return _lastVerdict;
        }

        if (++_lateInRow <= LateInRowMax)
        {
            return alone;
        }

        _recent?.Clear();
        return Begin(timeMs, value, alone);
    }

    private Verdict Begin(long timeMs, double value, Verdict alone)
    {
        Settled = null;
        _beforeLast = double.NaN;
        Verdict verdict = _rate is null && _flat is null && _gap is null ? alone : Verdict.Worse(alone, new(QualityFlag.Pass, QualityTest.None));
        _recent?.Add(timeMs, value);
        verdict = JudgeSignal(verdict, stepMs: 0);
        return Keep(timeMs, value, verdict);
    }

    private Verdict Follow(long timeMs, double value, Verdict verdict)
    {
        long stepMs = timeMs - _lastMs;
        Settled = _spike is null || double.IsNaN(_beforeLast)
            ? null
            : new SettledVerdict(_lastMs, Verdict.Of(_spike.Judge(_beforeLast, _last, value), QualityTest.Spike));
        if (_rate is not null)
        {
            verdict = Verdict.Worse(verdict, Verdict.Of(_rate.Judge(_last, value, stepMs), QualityTest.RateOfChange));
        }

        if (_gap is not null)
        {
            verdict = Verdict.Worse(verdict, Verdict.Of(_gap.Judge(stepMs), QualityTest.Gap));
        }

        _recent?.Add(timeMs, value);
        if (_flat is not null)
        {
            verdict = Verdict.Worse(verdict, Verdict.Of(FlatFlag(value, stepMs), QualityTest.FlatLine));
        }

        verdict = JudgeSignal(verdict, stepMs);
        _beforeLast = _last;
        return Keep(timeMs, value, verdict);
    }

    private Verdict Keep(long timeMs, double value, Verdict verdict)
    {
        _lastMs = timeMs;
        _last = value;
        _lastVerdict = verdict;
        _lateInRow = 0;
        return verdict;
    }

    private Verdict JudgeAlone(long timeMs, double value, double depth)
    {
        Verdict verdict = Verdict.NotEvaluated;
        if (_range is not null)
        {
            verdict = Verdict.Worse(verdict, Verdict.Of(_range.Judge(value), QualityTest.GrossRange));
        }

        return _climatology is null
            ? verdict
            : Verdict.Worse(verdict, Verdict.Of(_climatology.Judge(timeMs, value, depth), QualityTest.Climatology));
    }

    private QualityFlag FlatFlag(double value, long stepMs) =>
        _flat!.Ignores(value) ? QualityFlag.Pass
        : IsFlat(_flat.FailSeconds, stepMs) ? QualityFlag.Fail
        : IsFlat(_flat.SuspectSeconds, stepMs) ? QualityFlag.Suspect
        : QualityFlag.Pass;

    private bool IsFlat(double? seconds, long stepMs) =>
        seconds is { } s && _recent!.IsFlat((long)s * 1000, _flat!.Tolerance, stepMs, Math.Max(2, _flat.PointsMin ?? 2));

    private Verdict JudgeSignal(Verdict verdict, long stepMs)
    {
        if (_signal is null)
        {
            return verdict;
        }

        int pointsMin = _signal.MinObservations
            ?? (_signal.MinPeriodSeconds is { } seconds && stepMs > 0 ? (int)(seconds * 1000 / stepMs) : 1);
        double strength = _recent!.Strength((long)(_signal.PeriodSeconds!.Value * 1000), _signal.Measure, pointsMin);
        return Verdict.Worse(verdict, Verdict.Of(_signal.Judge(strength), QualityTest.AttenuatedSignal));
    }
}

/// <summary>What was found of an earlier reading.</summary>
/// <param name="TimeMs">When it was taken, milliseconds since 1970.</param>
/// <param name="Verdict">What was found.</param>
public readonly record struct SettledVerdict(long TimeMs, Verdict Verdict);
