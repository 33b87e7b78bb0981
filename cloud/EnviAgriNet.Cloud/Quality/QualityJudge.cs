using System.Collections.Frozen;
using EnviAgriNet.Cloud.ReadingStore.Verdicts;
using EnviAgriNet.Core.Quality;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Quality;

/// <summary>
/// Judges what a station measured in a span as a whole: each series by its tests, quantities against each other, and the station
/// against those around it. A flag that an earlier test set gives way to this judgement; what the source said itself, or what only
/// the station can know, is never bettered. Pure.
/// </summary>
internal sealed class QualityJudge(QualityLimits limits)
{
    // Which dust sensors are corrected for humidity is known at the station only, so its word on that stands.
    private const bool IsDustCorrected = true;

    private static readonly FrozenSet<string> TogetherCodes =
        FrozenSet.Create("pm1", "pm25", "pm10", "wind_speed", "wind_gust", "wind_direction");

    private static readonly QualityBook NoTests = new(
        Core.Quantities.QuantityCatalog.All.ToDictionary(q => q.Code, _ => QualityConfig.Empty));

    /// <summary>How long before a span readings of a series bear on it.</summary>
    public TimeSpan LookBackOf(SeriesName series)
    {
        QualityConfig config = limits.Book.For(series.Quantity);
        FlatLineTest? flat = config.Find<FlatLineTest>();
        double seconds = Math.Max(
            Math.Max(flat?.SuspectSeconds ?? 0, flat?.FailSeconds ?? 0), config.Find<AttenuatedSignalTest>()?.PeriodSeconds ?? 0);
        TimeSpan span = TimeSpan.FromSeconds(seconds) + Limits.NeighbourApartMax;
        return span < Limits.LookBackMax ? span : Limits.LookBackMax;
    }

    /// <summary>Whether stations around have to be asked about a series.</summary>
    public bool AsksNeighbours(SeriesName series) => limits.Book.For(series.Quantity).Neighbour is not null;

    /// <summary>The readings of the span with the flags and tests that this judgement gives them, by series.</summary>
    public IReadOnlyDictionary<SeriesName, IReadOnlyList<Reading>> Judge(
        StationRecord station, IReadOnlyList<StationRecord> neighbours, DateTimeOffset from, DateTimeOffset to)
    {
        Dictionary<SeriesName, Reading[]> judged = station.Series.ToDictionary(s => s.Key, s => JudgeAlone(s.Key, s.Value));
        JudgeTogether(judged, from - Limits.NeighbourApartMax, to);
        foreach ((SeriesName name, Reading[] readings) in judged)
        {
            if (limits.Book.For(name.Quantity).Neighbour is { } test)
            {
                JudgeAround(name, readings, test, neighbours, from, to);
            }
        }

        return judged.ToDictionary(
            s => s.Key, s => (IReadOnlyList<Reading>)[.. s.Value.Where(r => r.TakenAt >= from && r.TakenAt < to)]);
    }

    /// <summary>The verdicts that differ from the raw flags; both lists are of the same readings.</summary>
    public static IReadOnlyList<TimedVerdict> Differing(IReadOnlyList<Reading> raw, IReadOnlyList<Reading> judged)
    {
        List<TimedVerdict> differing = [];
        for (int i = 0; i < raw.Count; i++)
        {
            if (judged[i].Quality != raw[i].Quality || judged[i].Test != raw[i].Test)
            {
                differing.Add(new TimedVerdict(judged[i].TakenAt, judged[i].Quality, judged[i].Test));
            }
        }

        return differing;
    }

    /// <summary>What stands of the raw flag before any test is run here.</summary>
    private static Verdict BaseOf(in Reading reading) => reading.Test is QualityTest.None or QualityTest.SensorDoubt or QualityTest.Person
        ? new Verdict(reading.Quality, reading.Test)
        : Verdict.NotEvaluated;

    private static void Apply(ref Reading reading, Verdict verdict)
    {
        Verdict worse = Verdict.Worse(new Verdict(reading.Quality, reading.Test), verdict);
        reading = reading with { Quality = worse.Flag, Test = worse.Test };
    }

    private static void JudgeTogether(Dictionary<SeriesName, Reading[]> judged, DateTimeOffset from, DateTimeOffset to)
    {
        List<(SeriesName Series, int At)> places = [];
        List<Reading> merged = [];
        foreach ((SeriesName name, Reading[] readings) in judged.Where(s => TogetherCodes.Contains(s.Key.Quantity.Code)))
        {
            for (int i = 0; i < readings.Length; i++)
            {
                if (readings[i].TakenAt >= from && readings[i].TakenAt < to)
                {
                    places.Add((name, i));
                    merged.Add(readings[i]);
                }
            }
        }

        if (merged.Count > 0)
        {
            Reading[] together = new StationQuality(NoTests, ConsistencyTest.Default, IsDustCorrected).Judge(merged);
            for (int i = 0; i < together.Length; i++)
            {
                judged[places[i].Series][places[i].At] = together[i];
            }
        }
    }

    private static void JudgeAround(
        SeriesName name, Reading[] readings, NeighbourTest test, IReadOnlyList<StationRecord> neighbours, DateTimeOffset from, DateTimeOffset to)
    {
        List<NearestReading> around = [];
        foreach (StationRecord neighbour in neighbours)
        {
            if (neighbour.Kilometres <= test.KilometresMax && SameIn(neighbour, name) is { } series)
            {
                around.Add(new NearestReading(series, neighbour.Kilometres));
            }
        }

        if (around.Count < test.NeighboursMin)
        {
            return;
        }

        bool isDirection = name.Quantity.Averaging == Core.Quantities.AveragingRule.CircularMean;
        for (int i = 0; i < readings.Length; i++)
        {
            ref Reading reading = ref readings[i];
            if (reading.TakenAt >= from && reading.TakenAt < to)
            {
                DateTimeOffset at = reading.TakenAt;
                QualityFlag flag = test.Judge(reading.Value, around.Select(n => n.At(at)), isDirection);
                Apply(ref reading, Verdict.Of(flag, QualityTest.Neighbour));
            }
        }
    }

    /// <summary>The same series at a neighbour, or another of that quantity and height.</summary>
    private static IReadOnlyList<Reading>? SameIn(StationRecord neighbour, SeriesName name) =>
        neighbour.Series.TryGetValue(name, out IReadOnlyList<Reading>? same)
            ? same
            : neighbour.Series.Where(s => s.Key.Quantity == name.Quantity && s.Key.Metres == name.Metres)
                .OrderBy(s => s.Key.Text, StringComparer.Ordinal).Select(s => s.Value).FirstOrDefault();

    private Reading[] JudgeAlone(SeriesName name, IReadOnlyList<Reading> raw)
    {
        Reading[] readings = [.. raw];
        long[] times = new long[readings.Length];
        double[] values = new double[readings.Length];
        double[]? depths = name.Metres is null ? null : new double[readings.Length];
        for (int i = 0; i < readings.Length; i++)
        {
            times[i] = readings[i].TakenAt.ToUnixTimeMilliseconds();
            values[i] = readings[i].Value;
            if (depths is not null)
            {
                // Depths of the network are negative heights; those of the tests are positive down.
                depths[i] = (double)-name.Metres!.Value;
            }
        }

        QualityResult result = limits.Book.For(name.Quantity).Judge(new QualitySeries(times, values, depths));
        for (int i = 0; i < readings.Length; i++)
        {
            Verdict stands = BaseOf(readings[i]);
            readings[i] = readings[i] with { Quality = stands.Flag, Test = stands.Test };
            if (!name.Quantity.IsPlausible(readings[i].Value))
            {
                Apply(ref readings[i], new Verdict(QualityFlag.Fail, QualityTest.GrossRange));
            }

            Apply(ref readings[i], result.Verdicts[i]);
        }

        return readings;
    }
}
