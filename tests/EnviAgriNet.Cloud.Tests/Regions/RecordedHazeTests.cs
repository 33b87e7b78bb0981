using System.Globalization;
using System.IO.Compression;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Testing;
using Xunit.Abstractions;

namespace EnviAgriNet.Cloud.Tests.Regions;

public sealed class RecordedHazeTests(ITestOutputHelper output)
{
    private const string ChiangMai = "air/th6/chiangmai_train.csv.gz";
    private const int PackReadings = 1000;

    [SharedDataFact(ChiangMai)]
    public async Task Replay_ThreeYearsOfChiangMai_ReleasesAlertsAndAllClears()
    {
        Station station = RegionBench.StationOf("cm-city", "5001", "เมืองเชียงใหม่");
        List<(StationId, Reading)> readings = [];
        using (StreamReader lines = new(new GZipStream(File.OpenRead(SharedData.PathOf(ChiangMai)), CompressionMode.Decompress)))
        {
            lines.ReadLine();
            while (lines.ReadLine() is { } line)
            {
                string[] cells = line.Split(',');
                DateTimeOffset at = new(DateTime.Parse(cells[0], CultureInfo.InvariantCulture), TimeSpan.FromHours(7));
                readings.Add((station.Id, RegionBench.Of(
                    "pm25", at.ToUniversalTime(), double.Parse(cells[1], CultureInfo.InvariantCulture))));
            }
        }

        using RegionBench bench = new(NetworkTimeMode.Replay, new ManualTime(DateTimeOffset.UnixEpoch), station);
        await bench.StartAsync();
        long begun = TimeProvider.System.GetTimestamp();
        foreach ((StationId, Reading)[] pack in readings.Chunk(PackReadings))
        {
            await bench.PostAsync(pack);
        }

        IReadOnlyList<AlertVersion> alerts = bench.Alerts;
        output.WriteLine(
            $"{readings.Count} readings in {TimeProvider.System.GetElapsedTime(begun)}: {alerts.Count} versions, "
            + $"{alerts.Count(a => a is { State: AlertState.Released, Pages: true })} told to people, "
            + $"{alerts.Count(a => a.State == AlertState.Draft)} drafts, {alerts.Count(a => a.IsAllClear)} all-clears");
        Assert.DoesNotContain(alerts, a => a.State == AlertState.Recorded);
        Assert.Contains(alerts, a => a.Severity == "Severe" && a.State == AlertState.Released
            && a.MeasuredAt is { Year: 2019, Month: 3 });
        Assert.Equal(alerts.Count(a => a.Type == "Alert" && a.State == AlertState.Released), alerts.Count(a => a.IsAllClear));
        foreach (AlertVersion alert in alerts.Where(a => a.Pages).TakeLast(6))
        {
            output.WriteLine($"{alert.Sms["th"]} | {alert.Sms["en"]}");
        }
    }
}
