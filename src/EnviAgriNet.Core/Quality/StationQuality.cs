using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Quality;

/// <summary>
/// Judges the readings of one station as they come: each series by itself, then those of one time against each other. A flag that the
/// source gave is never bettered. Holds at most <see cref="SeriesMax"/> series of about 3.4 kB; further ones are judged reading by
/// reading, without memory. Starts fresh: nothing is kept over a restart but what comes after it. Not safe for several threads.
/// </summary>
public sealed class StationQuality
{
    /// <summary>The most series that are remembered.</summary>
    public const int SeriesMax = 1_000;

    private readonly QualityBook _book;
    private readonly Dictionary<SeriesName, SeriesMemory> _series = [];
    private readonly Func<SeriesName, SeriesMemory?> _find;
    private readonly StationConsistency _contradictions;

    /// <summary>A station that has not begun.</summary>
    /// <param name="book">The limits of each quantity.</param>
    /// <param name="consistency">What may contradict what.</param>
    /// <param name="isDustCorrected">Whether dust comes corrected for humidity, so that humid air casts no doubt on it.</param>
    public StationQuality(QualityBook book, ConsistencyTest consistency, bool isDustCorrected)
    {
        _book = book;
        _find = name => _series.GetValueOrDefault(name);
        _contradictions = new StationConsistency(consistency, isDustCorrected);
    }

    /// <summary>How many series are remembered.</summary>
    public int SeriesCount => _series.Count;

    /// <summary>The readings with their flags and tests, in the order in which they were given; they are judged in the order of time.</summary>
    public Reading[] Judge(IReadOnlyList<Reading> readings)
    {
        Reading[] judged = [.. readings];
        int[] order = OrderByTime(judged);
        for (int from = 0; from < order.Length;)
        {
            int to = from + 1;
            while (to < order.Length && judged[order[to]].TakenAt == judged[order[from]].TakenAt)
            {
                to++;
            }

            JudgeMoment(judged, order.AsSpan(from..to));
            from = to;
        }

        return judged;
    }

    private void JudgeMoment(Reading[] judged, ReadOnlySpan<int> moment)
    {
        foreach (int i in moment)
        {
            JudgeAlone(ref judged[i]);
        }

        foreach (int i in moment)
        {
            ref Reading reading = ref judged[i];
            if (reading.IsUsable && _series.TryGetValue(reading.Series, out SeriesMemory? memory))
            {
                Apply(ref reading, _contradictions.Judge(reading, memory, _find));
            }
        }

        foreach (int i in moment)
        {
            if (_series.TryGetValue(judged[i].Series, out SeriesMemory? memory))
            {
                memory.Close(judged[i]);
            }
        }
    }

    private void JudgeAlone(ref Reading reading)
    {
        QualityConfig config = _book.For(reading.Series.Quantity);
        if (!_series.TryGetValue(reading.Series, out SeriesMemory? memory) && _series.Count < SeriesMax)
        {
            memory = new SeriesMemory(reading.Series, config);
            _series.Add(reading.Series, memory);
        }

        // Depths of the network are negative heights; those of the tests are positive down.
        double depth = reading.Series.Metres is { } metres ? (double)-metres : double.NaN;
        Verdict verdict = !reading.Series.Quantity.IsPlausible(reading.Value)
            ? new Verdict(QualityFlag.Fail, QualityTest.GrossRange)
            : Verdict.NotEvaluated;
        long timeMs = reading.TakenAt.ToUnixTimeMilliseconds();
        Verdict own = memory is not null
            ? memory.Quality.Judge(timeMs, reading.Value, depth)
            : Verdict.Of(config.Find<GrossRangeTest>()?.Judge(reading.Value) ?? QualityFlag.NotEvaluated, QualityTest.GrossRange);
        Apply(ref reading, Verdict.Worse(verdict, own));
        memory?.Open(reading);
    }

    private static void Apply(ref Reading reading, Verdict verdict)
    {
        Verdict worse = Verdict.Worse(new Verdict(reading.Quality, reading.Test), verdict);
        reading = reading with { Quality = worse.Flag, Test = worse.Test };
    }

    private static int[] OrderByTime(Reading[] readings)
    {
        int[] order = new int[readings.Length];
        bool isAscending = true;
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
            isAscending &= i == 0 || readings[i].TakenAt >= readings[i - 1].TakenAt;
        }

        return isAscending ? order : [.. order.OrderBy(i => readings[i].TakenAt)];
    }
}
