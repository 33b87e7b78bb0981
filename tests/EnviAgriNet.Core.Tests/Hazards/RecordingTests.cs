using System.Globalization;
using System.IO.Compression;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Testing;
using Xunit.Abstractions;

namespace EnviAgriNet.Core.Tests.Hazards;

public sealed class RecordingTests(ITestOutputHelper output)
{
    private const string ChiangMai = "air/th6/chiangmai_train.csv.gz";
    private const string Hubeau = "water/hubeau_2020-09_flood.zip";

    [SharedDataFact(ChiangMai)]
    public void Haze_ThreeYearsOfChiangMai_RaisesAndEndsTheKnownEpisodesWithoutFlapping()
    {
        ProvinceBench bench = new();
        Site site = ProvinceBench.SiteOf("cm-city");
        using StreamReader lines = new(new GZipStream(
            File.OpenRead(SharedData.PathOf(ChiangMai)), CompressionMode.Decompress));
        lines.ReadLine();
        while (lines.ReadLine() is { } line)
        {
            string[] cells = line.Split(',');
            DateTimeOffset at = new(DateTime.Parse(cells[0], CultureInfo.InvariantCulture), TimeSpan.FromHours(7));
            if (double.TryParse(cells[1], CultureInfo.InvariantCulture, out double value) && value >= 0)
            {
                bench.Feed(ProvinceBench.Of(site, "pm25", at.ToUniversalTime(), value));
            }
        }

        Print(bench);
        List<HazardChange> opened = bench.Changes.FindAll(c => c.Kind == ChangeKind.Opened);
        Assert.InRange(opened.Count, 3, 40);
        Assert.All(opened.GroupBy(c => c.At.Year), year => Assert.InRange(year.Count(), 0, 20));

        // The worst of the haze of 2019: Severe from 22 March to 8 April.
        HazardChange march = Assert.Single(
            bench.Changes, c => c is { Kind: ChangeKind.LevelChanged or ChangeKind.Opened, Level: HazardLevel.Severe }
                && c.At > new DateTimeOffset(2019, 3, 20, 0, 0, 0, TimeSpan.Zero)
                && c.At < new DateTimeOffset(2019, 4, 7, 0, 0, 0, TimeSpan.Zero));
        Assert.Contains(bench.Changes, c => c.EventId == march.EventId && c.Kind == ChangeKind.Ended);
        Assert.Equal(opened.Count, bench.Changes.Count(c => c.Kind is ChangeKind.Ended or ChangeKind.Lapsed));
    }

    [SharedDataFact(Hubeau)]
    public void RiverFlood_FlashFloodOfTheHerault_IsRaisedBeforeThePeakAndEnds() =>
        ReplayFlood("Y2100020_2020-08-26_30d_10m", bankAboveBase: 4);

    [SharedDataFact(Hubeau)]
    public void RiverFlood_FlashFloodOfTheGard_IsRaisedBeforeThePeakAndEnds() =>
        ReplayFlood("V7144010_2020-08-26_30d_10m", bankAboveBase: 4);

    private void ReplayFlood(string entry, double bankAboveBase)
    {
        List<(DateTimeOffset At, double Metres)> stages = Stages(entry);
        double lowest = stages.Min(s => s.Metres);
        (DateTimeOffset peakAt, double peak) = stages.MaxBy(s => s.Metres);
        ProvinceBench bench = new();
        Site site = ProvinceBench.SiteOf("river-gauge", bank: lowest + bankAboveBase, ground: lowest - 0.5);
        foreach ((DateTimeOffset at, double metres) in stages)
        {
            bench.Feed(ProvinceBench.Of(site, "water_level", at, metres));
        }

        Print(bench);
        output.WriteLine($"peak {peak - lowest:0.00} m above the lowest at {peakAt:u}");
        HazardChange first = bench.Changes.First(c => c.Level >= HazardLevel.Moderate);
        HazardChange severe = bench.Changes.First(c => c.Level == HazardLevel.Severe && c.Kind != ChangeKind.Proposed);
        output.WriteLine($"lead of the first warning {peakAt - first.At}, of Severe {peakAt - severe.At}");
        Assert.True(first.At < peakAt && severe.At < peakAt, "raised before the peak");
        Assert.Equal(ChangeKind.Ended, bench.Changes[^1].Kind);
        Assert.InRange(bench.Kinds.Count(k => k == ChangeKind.Opened), 1, 3);
    }

    private static List<(DateTimeOffset At, double Metres)> Stages(string entry)
    {
        using ZipArchive zip = ZipFile.OpenRead(SharedData.PathOf(Hubeau));
        using StreamReader lines = new(zip.Entries.First(e => e.FullName.Contains(entry, StringComparison.Ordinal)).Open());
        string[] head = lines.ReadLine()!.Split(';').Select(c => c.Trim('"')).ToArray();
        int time = Array.IndexOf(head, "date_obs");
        int value = Array.IndexOf(head, "resultat_obs");
        int kind = Array.IndexOf(head, "grandeur_hydro");
        SortedDictionary<DateTimeOffset, double> stages = [];
        while (lines.ReadLine() is { } line)
        {
            string[] cells = line.Split(';').Select(c => c.Trim('"')).ToArray();
            if (cells[kind] == "H" && double.TryParse(cells[value], CultureInfo.InvariantCulture, out double mm))
            {
                DateTimeOffset at = DateTimeOffset.Parse(
                    cells[time], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
                stages[at.ToUniversalTime()] = mm / 1000;
            }
        }

        return stages.Select(s => (s.Key, s.Value)).ToList();
    }

    private void Print(ProvinceBench bench)
    {
        foreach (HazardChange change in bench.Changes.Where(c => c.Kind != ChangeKind.Extended))
        {
            output.WriteLine($"{change.At:yyyy-MM-dd HH:mm} {change.Kind} {change.Level} {change.Evidence}");
        }

        foreach (IGrouping<ChangeKind, HazardChange> kind in bench.Changes.GroupBy(c => c.Kind))
        {
            output.WriteLine($"{kind.Key}: {kind.Count()}");
        }

        foreach (var year in bench.Changes.Where(c => c.Kind == ChangeKind.Opened).GroupBy(c => c.At.Year))
        {
            output.WriteLine($"events opened in {year.Key}: {year.Count()}");
        }
    }
}
