using EnviAgriNet.Core.Quality;
using EnviAgriNet.Core.Quantities;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Core.Windows;

namespace EnviAgriNet.Benchmarks.Science;

/// <summary>
/// Quality control with the limits in use, then windows: what a reading passes on its way to a judgement. Stations measure air, weather,
/// water and soil, so that contradictions between quantities are looked for as well.
/// </summary>
internal static class QualityStage
{
    private const int Stations = 50;
    private const int MinutesPerDay = 1440;
    private const int MinutesPerHour = 60;

    // Where the values of each quantity move in these readings; all pass, as nearly all do in the field.
    private static readonly (string Code, double From, double To)[] Ranges =
    [
        ("pm1", 5, 40), ("pm25", 10, 80), ("pm10", 20, 160), ("air_temperature", 22, 38), ("humidity", 40, 69), ("pressure", 1002, 1014),
        ("wind_speed", 0, 8), ("wind_gust", 9, 16), ("rain", 0, 2), ("water_level", 1, 4), ("soil_moisture", 15, 45),
    ];

    /// <summary>How many series a station has.</summary>
    public static int SeriesPerStation => Ranges.Length;

    public static IReadOnlyList<ScienceCost> Measure(double seconds)
    {
        Reading[][] live = [.. Enumerable.Range(0, Stations).SelectMany(s => Packs(s, 1))];
        Reading[][] hourly = [.. Enumerable.Range(0, Stations).SelectMany(s => Packs(s, MinutesPerHour))];
        return
        [
            Through("quality control alone, a minute of a station at a time", seconds, live, isKept: false),
            Through("quality control and windows, a minute of a station at a time", seconds, live, isKept: true),
            Through("quality control and windows, an hour of a station at a time", seconds, hourly, isKept: true),
        ];
    }

    /// <summary>What quality control remembers of a series after a day, the mean of a station's series.</summary>
    public static double BytesPerSeries()
    {
        Reading[][] day = [.. Packs(0, MinutesPerHour)];
        StationQuality[] stations = new StationQuality[Stations];
        Judge(NewQuality(), day);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int i = 0; i < stations.Length; i++)
        {
            stations[i] = NewQuality();
            Judge(stations[i], day);
        }

        long after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(stations);
        return (double)(after - before) / (stations.Length * SeriesPerStation);

        static void Judge(StationQuality quality, Reading[][] packs)
        {
            foreach (Reading[] pack in packs)
            {
                quality.Judge(pack);
            }
        }
    }

    private static StationQuality NewQuality() => new(QualityBook.Default, ConsistencyTest.Default, isDustCorrected: false);

    private static ScienceCost Through(string name, double seconds, Reading[][] packs, bool isKept)
    {
        int packsPerStation = packs.Length / Stations;
        return ScienceCost.Measure(name, seconds, () =>
        {
            long taken = 0;
            long usable = 0;
            for (int station = 0; station < Stations; station++)
            {
                StationQuality quality = NewQuality();
                Dictionary<SeriesName, SeriesWindow> windows = Ranges.ToDictionary(
                    r => SeriesName.Of(QuantityCatalog.Get(r.Code)), r => new SeriesWindow(QuantityCatalog.Get(r.Code)));
                foreach (Reading[] pack in packs.AsSpan(station * packsPerStation, packsPerStation))
                {
                    Reading[] judged = quality.Judge(pack);
                    taken += judged.Length;
                    foreach (ref readonly Reading reading in judged.AsSpan())
                    {
                        usable += reading.IsUsable && (!isKept || windows[reading.Series].Add(reading.TakenAt, reading.Value)) ? 1 : 0;
                    }
                }
            }

            return usable * 2 > taken
                ? taken
                : throw new InvalidOperationException($"Of {taken} readings only {usable} were usable: this is no fair measure");
        });
    }

    private static IEnumerable<Reading[]> Packs(int station, int minutesPerPack)
    {
        for (int first = 0; first < MinutesPerDay; first += minutesPerPack)
        {
            yield return
            [
                .. from minute in Enumerable.Range(first, minutesPerPack)
                   from range in Ranges
                   select ReadingOf(station, minute, range),
            ];
        }
    }

    // One walk moves all quantities of a station, so that finer dust never exceeds coarser dust.
    private static Reading ReadingOf(int station, int minute, (string Code, double From, double To) range)
    {
        double share = ScienceStream.At(station, minute) / ScienceStream.Max;
        double value = Math.Round(range.From + (share * (range.To - range.From)), 2);
        return new Reading(
            SeriesName.Of(QuantityCatalog.Get(range.Code)), ScienceStream.Begin.AddMinutes(minute), value, QualityFlag.NotEvaluated);
    }
}
