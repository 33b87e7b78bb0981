using System.Globalization;
using System.IO.Compression;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Quantities;
using EnviAgriNet.Core.Windows;
using EnviAgriNet.Testing;
using Xunit.Abstractions;

namespace EnviAgriNet.Core.Tests.Windows;

/// <summary>On the recordings a series window says what the windows of one purpose each say, to its step.</summary>
public sealed class WindowParityTests(ITestOutputHelper output)
{
    private const string ChiangMai = "air/th6/chiangmai_train.csv.gz";
    private const string Hubeau = "water/hubeau_2020-09_flood.zip";

    // Two levels are each off by half a step of 2 mm at most, and the nearest points of a slope are five minutes apart.
    private const double RiseErrorMax = 0.002 * 12;

    [SharedDataFact(Hubeau)]
    public void Motion_AllGaugesOfTheFlood_IsThatOfTheRecentWindow()
    {
        RiverFloodRule rule = new();
        MotionLimits limits = new(
            rule.WitnessReadingsMin, rule.WitnessSpanMin, rule.RatePerHourMax, rule.BurstPerHourMax, rule.StepShareMax, rule.StepFree);
        int compared = 0;
        int differing = 0;
        double largest = 0;
        using ZipArchive zip = ZipFile.OpenRead(SharedData.PathOf(Hubeau));
        foreach (List<(DateTimeOffset At, double Metres)> gauge in zip.Entries.Select(Stages).Where(s => s.Count > 0))
        {
            RecentWindow recent = new();
            SeriesWindow series = new(QuantityCatalog.Get("water_level"));
            foreach ((DateTimeOffset at, double metres) in gauge)
            {
                if (!series.Add(at, metres))
                {
                    continue;
                }

                recent.Add(at, metres);
                double? expected = recent.RisePerHour();
                double? actual = series.RisePerHour(at);
                Assert.Equal(expected.HasValue, actual.HasValue);
                largest = Math.Max(largest, Math.Abs((expected - actual) ?? 0));
                differing += recent.IsPlausible(limits) == series.IsPlausible(limits) ? 0 : 1;
                compared++;
            }
        }

        output.WriteLine($"{compared} readings, rise differs by {largest:0.0000} m/h at most, plausibility {differing} times");
        Assert.True(compared > 10_000, $"only {compared} readings");
        Assert.InRange(largest, 0, RiseErrorMax);
        Assert.Equal(0, differing);
    }

    [SharedDataFact(ChiangMai)]
    public void MeanOfHours_ThreeYearsOfChiangMai_IsThatOfTheDayWindow()
    {
        DayWindow day = new();
        SeriesWindow series = new(QuantityCatalog.Get("pm25"));
        int compared = 0;
        using StreamReader lines = new(new GZipStream(File.OpenRead(SharedData.PathOf(ChiangMai)), CompressionMode.Decompress));
        lines.ReadLine();
        while (lines.ReadLine() is { } line)
        {
            string[] cells = line.Split(',');
            DateTimeOffset at = new(DateTime.Parse(cells[0], CultureInfo.InvariantCulture), TimeSpan.FromHours(7));
            if (double.TryParse(cells[1], CultureInfo.InvariantCulture, out double value) && series.Add(at, value))
            {
                day.Add(at, value);
                IReadOnlyList<Slot> hours = day.HoursAt(at);
                WindowValue mean = series.MeanOfHours(at, 24)!.Value;
                Assert.Equal(hours.Count, mean.Filled);
                Assert.InRange(mean.Value - hours.Average(h => h.Mean), -series.Step / 2, series.Step / 2);
                compared++;
            }
        }

        output.WriteLine($"{compared} readings");
        Assert.True(compared > 10_000, $"only {compared} readings");
    }

    private static List<(DateTimeOffset At, double Metres)> Stages(ZipArchiveEntry entry)
    {
        using StreamReader lines = new(entry.Open());
        string[] head = (lines.ReadLine() ?? string.Empty).Split(';').Select(c => c.Trim('"')).ToArray();
        int time = Array.IndexOf(head, "date_obs");
        int value = Array.IndexOf(head, "resultat_obs");
        int kind = Array.IndexOf(head, "grandeur_hydro");
        SortedDictionary<DateTimeOffset, double> stages = [];
        while (time >= 0 && value >= 0 && kind >= 0 && lines.ReadLine() is { } line)
        {
            string[] cells = line.Split(';').Select(c => c.Trim('"')).ToArray();
            if (cells[kind] == "H" && double.TryParse(cells[value], CultureInfo.InvariantCulture, out double mm))
            {
                stages[DateTimeOffset.Parse(cells[time], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUniversalTime()] =
                    mm / 1000;
            }
        }

        return [.. stages.Select(s => (s.Key, s.Value))];
    }
}
