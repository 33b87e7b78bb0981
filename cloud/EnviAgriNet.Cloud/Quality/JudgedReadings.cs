using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.ReadingStore.Verdicts;
using EnviAgriNet.Cloud.Registry.Quality;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Quality;

/// <summary>
/// Readings with the flag that holds: what a person said last, else what the newest version said that judged the hour, else what the
/// station said. As <see cref="IReadings"/> it is the present state; the other calls also give the state as of an older version.
/// Safe for use by several threads as far as the readings below are.
/// </summary>
internal sealed class JudgedReadings(IReadings raw, VerdictBook verdicts, QualityVersionBook versions) : IReadings
{
    /// <summary>The present state, whatever the newest version is.</summary>
    public const long Newest = long.MaxValue;

    /// <summary>Whether any person said anything of any reading.</summary>
    public bool HasWords => versions.HasWords;

    /// <inheritdoc/>
    public IReadOnlyList<Reading> Read(SeriesId series, DateTimeOffset from, DateTimeOffset to) =>
        [.. Judge(series, from, to, Newest).Select(r => r.Effective)];

    /// <inheritdoc/>
    public IReadOnlyList<RollUp> ReadHourly(SeriesId series, DateTimeOffset from, DateTimeOffset to) =>
        ReadHourly(series, from, to, Newest);

    /// <inheritdoc/>
    public IReadOnlyList<RollUp> ReadDaily(SeriesId series, DateTimeOffset from, DateTimeOffset to) =>
        ReadDaily(series, from, to, Newest);

    /// <inheritdoc/>
    public IReadOnlyList<SeriesId> Series(StationId? station) => raw.Series(station);

    /// <inheritdoc/>
    public IReadOnlyList<Reading> Latest(StationId station) => [.. JudgeLatest(station).Select(r => r.Effective)];

    /// <summary>Readings of a series from (included) to (excluded), ascending, as of a version; version 0 is what the station said.</summary>
    public IReadOnlyList<JudgedReading> Judge(SeriesId series, DateTimeOffset from, DateTimeOffset to, long version)
    {
        IReadOnlyList<Reading> readings = raw.Read(series, from, to);
        if (readings.Count == 0)
        {
            return [];
        }

        StationVerdicts found = VerdictsOf(series.Station, readings[0].TakenAt, readings[^1].TakenAt.AddMilliseconds(1), version);
        return [.. readings.Select(r => Judge(series, r, found, version))];
    }

    /// <summary>
    /// Shows the readings of a series in [from, to), ascending, with the flag that holds now, without a copy of each. Ends early when the
    /// visitor has had enough.
    /// </summary>
    public void Scan(SeriesId series, DateTimeOffset from, DateTimeOffset to, ReadingVisit visit)
    {
        StationVerdicts found = VerdictsOf(series.Station, from, to, Newest);
        bool hasWords = versions.HasOverride(series, from, to);
        long first = from.ToUnixTimeMilliseconds();
        long end = to.ToUnixTimeMilliseconds();
        raw.Scan(series, from, to, (hourFrom, hour) =>
        {
            bool isRaw = !hasWords && !found.Differs(hourFrom, series.Name);
            long hourMs = hourFrom.ToUnixTimeMilliseconds();
            Slot slot = new(0, Slot.HourOf(hourFrom));
            for (int i = 0; i < hour.Count; i++)
            {
                long takenMs = hourMs + hour.Offsets[i];
                if (takenMs < first || takenMs >= end)
                {
                    continue;
                }

                byte mark = hour.Flags[i];
                JudgedReading? judged = isRaw ? null : Judge(series, hour.At(series.Name, slot, i), found, Newest);
                if (!visit(takenMs, hour.Values[i], judged?.Flag ?? QualityMark.FlagIn(mark), judged?.Test ?? QualityMark.TestIn(mark)))
                {
                    return false;
                }
            }

            return true;
        });
    }

    /// <summary>The newest reading of each series of a station.</summary>
    public IReadOnlyList<JudgedReading> JudgeLatest(StationId station)
    {
        List<JudgedReading> judged = [];
        foreach (Reading reading in raw.Latest(station))
        {
            StationVerdicts found = VerdictsOf(station, reading.TakenAt, reading.TakenAt.AddMilliseconds(1), Newest);
            judged.Add(Judge(new SeriesId(station, reading.Series), reading, found, Newest));
        }

        return judged;
    }

    /// <summary>A reading that has just come: no version judged its hour yet, but a person may have spoken for it.</summary>
    public JudgedReading JudgeFresh(StationId station, Reading reading) =>
        Judge(new SeriesId(station, reading.Series), reading, StationVerdicts.None, Newest);

    /// <summary>Hourly roll-ups as of a version; an hour in which a flag differs is rolled up anew, as far as its readings are kept.</summary>
    public IReadOnlyList<RollUp> ReadHourly(SeriesId series, DateTimeOffset from, DateTimeOffset to, long version)
    {
        IReadOnlyList<RollUp> hours = raw.ReadHourly(series, from, to);
        if (hours.Count == 0)
        {
            return hours;
        }

        StationVerdicts found = VerdictsOf(series.Station, hours[0].From, hours[^1].From.AddHours(1), version);
        return [.. hours.Select(hour => Differs(hour) ? Roll(series, hour, found, version) : hour)];

        bool Differs(RollUp hour) =>
            found.Differs(hour.From, series.Name) || versions.HasOverride(series, hour.From, hour.From.AddHours(1));
    }

    /// <summary>Daily roll-ups (days of Bangkok time) as of a version.</summary>
    public IReadOnlyList<RollUp> ReadDaily(SeriesId series, DateTimeOffset from, DateTimeOffset to, long version)
    {
        (DateTimeOffset first, DateTimeOffset last) = RollUp.HoursOfDays(from, to);
        return RollUp.Days(ReadHourly(series, first, last, version));
    }

    /// <summary>The series and hours, of all stations, whose roll-ups may differ from those of the flags that the stations sent.</summary>
    public IReadOnlyCollection<(SeriesId Series, DateTimeOffset Hour)> Differing(DateTimeOffset from, DateTimeOffset to)
    {
        HashSet<(SeriesId, DateTimeOffset)> found = [.. verdicts.ReadDiffering(from, to)];
        foreach (SeriesId series in versions.Overridden(from, to))
        {
            for (DateTimeOffset hour = from; hour < to; hour = hour.AddHours(1))
            {
                if (versions.HasOverride(series, hour, hour.AddHours(1)))
                {
                    found.Add((series, hour));
                }
            }
        }

        return found;
    }

    private StationVerdicts VerdictsOf(StationId station, DateTimeOffset from, DateTimeOffset to, long version) =>
        verdicts.Read(station, from, to, key => versions.NumberOf(key) is long number && number <= version ? number : 0);

    private JudgedReading Judge(SeriesId series, Reading reading, StationVerdicts found, long version)
    {
        if (versions.OverrideOf(series, reading.TakenAt, version) is { Flag: { } flag } word)
        {
            return new JudgedReading(reading, flag, QualityTest.Person, word.Number);
        }

        long judgedBy = found.VersionAt(reading.TakenAt);
        return found.Find(reading.Series, reading.TakenAt) is { } verdict
            ? new JudgedReading(reading, verdict.Flag, verdict.Test, judgedBy)
            : JudgedReading.Of(reading) with { Version = judgedBy };
    }

    private RollUp Roll(SeriesId series, RollUp hour, StationVerdicts found, long version)
    {
        SeriesHour anew = new();
        foreach (Reading reading in raw.Read(series, hour.From, hour.From.AddHours(1)))
        {
            JudgedReading judged = Judge(series, reading, found, version);
            anew.Add((int)(reading.TakenAt - hour.From).TotalMilliseconds, reading.Value, judged.Flag);
        }

        // The readings of an old month may be given up while its roll-ups stay.
        return anew.Count == 0 ? hour : anew.Roll(hour.From);
    }
}

/// <summary>Is shown one reading (the time in milliseconds since 1970); false ends the scan.</summary>
internal delegate bool ReadingVisit(long takenMs, double value, QualityFlag flag, QualityTest test);
