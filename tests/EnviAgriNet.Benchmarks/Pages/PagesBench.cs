using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using EnviAgriNet.Benchmarks.Load;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Benchmarks.Servers;
using EnviAgriNet.Protocol.Packs;

namespace EnviAgriNet.Benchmarks.Pages;

/// <summary>
/// What the pages cost a cloud that has 5,000 stations and 30 days of minutes: a series of a month, and a thousand open live pages.
/// <c>--only N</c> takes N stations, to try it.
/// </summary>
internal static class PagesBench
{
    private const int Days = 30;
    private const int PagesOpen = 1_000;
    private const int MapVisits = 5;
    private const double FirstMapAimMs = 1_500;
    private const double FramesAim = 50;
    private const int ScriptAimKilobytes = 300;
    private const double SecondsDefault = 40;
    private const double SeriesAimMs = 200;
    private const double CoreAim = 0.5;
    private const double ReadingsPerStationAndSecond = 20 / 60.0;

    public static async Task RunAsync(BenchCall call)
    {
        int stations = call.Only is { } only ? int.Parse(only, CultureInfo.InvariantCulture) : 5_000;
        double seconds = call.Seconds ?? SecondsDefault;
        double busy = await MachineCard.BusyShareAsync();
        PackShape shape = new("pages", "every station sends a pack of 20 readings a minute", stations, 1);
        int rounds = 1 + (int)Math.Ceiling(((2 * seconds) + 270) / 60);
        PackStock live = PackStock.Make(shape, rounds, DateTimeOffset.UtcNow, PackCompression.Gzip);
        DateTimeOffset hour = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 3600 * 3600);
        MonthSeed seed = new(live.Field, hour, Days);
        using Broker broker = await Broker.StartAsync();
        // What was written into the file by hand was never judged; a cloud that has run for a month has judged all but the last minutes.
        using CloudServer cloud = new(broker.Port, new Dictionary<string, object>
        {
            ["Quality"] = new { SearchBack = "01:00:00" },
            ["Regions"] = new { UnjudgedMax = "01:00:00" },
        });
        Progress.Say($"writing {ResultPage.Count(seed.Readings)} readings of {stations} stations");
        long begin = Stopwatch.GetTimestamp();
        seed.Write(Path.Combine(cloud.DataFolder, "readings.db"));
        double seedSeconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        cloud.ImportStations([.. live.Field.Stations.Select((s, i) => (s, ReadingField.Region(i)))], MapSide.PlaceOf);
        begin = Stopwatch.GetTimestamp();
        await cloud.StartAsync(TimeSpan.FromMinutes(5));
        double startSeconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        Progress.Say("opening the map");
        MapFigures quiet = await MapSide.MeasureAsync(cloud.Port, stations, MapVisits);
        Progress.Say("asking for series");
        List<double> first = await SeriesSide.OursAsync(cloud, live.Field, seed, isFirst: true);
        List<double> again = await SeriesSide.OursAsync(cloud, live.Field, seed, isFirst: false);
        Progress.Say("the same of InfluxDB");
        List<double> influx = await SeriesSide.InfluxAsync(seed);
        (double without, double with, long bytes, MapFigures moved) = await LiveAsync(cloud, broker, live, seconds);
        ResultPage page = Page(seed, stations, seedSeconds, startSeconds, cloud, (first, again, influx), (without, with, bytes / seconds), (quiet, moved));
        if (call.Only is null)
        {
            await page.SaveAsync(busy);
        }
        else
        {
            Console.Out.WriteLine(page.Text);
        }

        if (call.IsJson)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(
                new { bench = "pages", stations, seriesMs = Median(first), influxMs = Median(influx), pagesShare = with - without, firstMapMs = Median([.. quiet.DrawnMs]), framesPerSecond = quiet.Frames.PerSecond, pageMsAFrame = quiet.Frames.PageMs }));
        }
    }

    /// <summary>The share of a core that the cloud takes under the stations' readings, without and with the pages.</summary>
    private static async Task<(double Without, double With, long Bytes, MapFigures Map)> LiveAsync(
        CloudServer cloud, Broker broker, PackStock live, double seconds)
    {
        using PacedSender sender = new(live, broker.Port, live.Shape.Stations * ReadingsPerStationAndSecond);
        await Task.Delay(TimeSpan.FromSeconds(10));
        Progress.Say("opening the map while the stations send");
        MapFigures map = await MapSide.MeasureAsync(cloud.Port, live.Shape.Stations, MapVisits);
        Progress.Say("measuring without pages");
        double without = await ShareAsync(cloud, seconds);
        using OpenPages pages = new();
        Progress.Say($"opening {PagesOpen} pages");
        await pages.OpenAsync(cloud.Port, PagesOpen, live.Field);
        await Task.Delay(TimeSpan.FromSeconds(5));
        long before = pages.Bytes;
        double with = await ShareAsync(cloud, seconds);
        return pages.Open == PagesOpen
            ? (without, with, pages.Bytes - before, map)
            : throw new BenchmarkException($"only {pages.Open} of {PagesOpen} pages stayed open");
    }

    private static async Task<double> ShareAsync(CloudServer cloud, double seconds)
    {
        CpuMeter cpu = new(cloud.Process);
        long begin = Stopwatch.GetTimestamp();
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        return cpu.Servers / Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }

    private static ResultPage Page(
        MonthSeed seed,
        int stations,
        double seedSeconds,
        double startSeconds,
        CloudServer cloud,
        (List<double> First, List<double> Again, List<double> Influx) series,
        (double Without, double With, double BytesPerSecond) live,
        (MapFigures Quiet, MapFigures Sending) map) => new ResultPage("pages", "Pages: what they cost the cloud")
        .Paragraph($"A real `eag-cloud` holds {ResultPage.Count(stations)} stations with {Days} days of minutes of {MonthSeed.Series.Count} series each: "
            + $"{ResultPage.Count(seed.Readings)} readings, {cloud.DiskBytes / 1e9:F1} GB, written with the store's own codecs in {seedSeconds:F0} s. "
            + $"It answered {startSeconds:F1} s after its start.")
        .Heading("The officers' map")
        .Paragraph($"{MapVisits} first visits of Chromium to the map of all stations, with nothing in its cache, on the machine of the cloud; then the map is dragged "
            + "for six seconds by a mouse that tells of itself 125 times a second, about the middle (180 pixels to each side) and from edge to edge; the drawn frames "
            + "are those of Chromium's own trace. There is no graphics card here: the processor draws (SwiftShader), on the "
            + $"same cores. {map.Quiet.ScriptBytes / 1024.0:F0} kB of script came, compressed; the aim is under {ScriptAimKilobytes}. Maps read the newest value of each "
            + "station, so that the month behind it changes nothing.")
        .Table(
            ["", "nobody sends", "all stations send", "aim"],
            [
                MapRow("first map, median", map, m => $"{Median([.. m.DrawnMs]):F0} ms", $"under {FirstMapAimMs:F0} ms"),
                MapRow("first map, slowest", map, m => $"{m.DrawnMs.Max():F0} ms", string.Empty),
                MapRow("frames a second while it is dragged", map, m => $"{m.Frames.PerSecond:F1}", $"at least {FramesAim:F0}"),
                MapRow("longest wait for a frame", map, m => $"{m.Frames.LongestMs:F0} ms", string.Empty),
                MapRow("frames a second from edge to edge", map, m => $"{m.FarFrames.PerSecond:F1}", string.Empty),
                MapRow("longest wait for a frame from edge to edge", map, m => $"{m.FarFrames.LongestMs:F0} ms", string.Empty),
                MapRow("processor time of the page for a frame", map, m => $"{m.Frames.PageMs:F1} ms", $"under {1000 / FramesAim:F0} ms"),
                MapRow("processor time of the drawing that a graphics card would do", map, m => $"{m.Frames.DrawingMs:F1} ms", string.Empty),
            ])
        .Heading("A month of minutes as 600 pixels")
        .Paragraph("Extremes, mean, last value, count, worst mark and gaps of 43,200 readings, milliseconds from question to answer, 60 questions one after the "
            + "other. InfluxDB 1.6 holds the same values of 20 stations only, and is asked for extremes, mean, last and count `GROUP BY time`.")
        .Table(
            ["who", "median", "95 of 100", "aim"],
            [
                Times("ours, each station for the first time", series.First, $"under {SeriesAimMs:F0}"),
                Times("ours, one station, another span each time", series.Again, $"under {SeriesAimMs:F0}"),
                Times("InfluxDB", series.Influx, string.Empty),
            ])
        .Heading($"{ResultPage.Count(PagesOpen)} open live pages")
        .Paragraph($"Each station sends 20 series once a minute. Two pages in three show the map of all stations, the others a station each; all hear alerts. "
            + $"Together they were sent {live.BytesPerSecond / 1e6:F2} MB a second.")
        .Table(
            ["the cloud's processor time", "cores", "aim"],
            [
                ["taking the readings, no page open", $"{live.Without:F3}", string.Empty],
                ["with the pages", $"{live.With:F3}", string.Empty],
                ["the pages alone", $"{live.With - live.Without:F3}", $"under {CoreAim:F1}"],
            ]);

    private static string[] MapRow(string what, (MapFigures Quiet, MapFigures Sending) map, Func<MapFigures, string> text, string aim) =>
        [what, text(map.Quiet), text(map.Sending), aim];

    private static string[] Times(string who, List<double> times, string aim)
    {
        List<double> sorted = [.. times.Order()];
        return [who, $"{Median(times):F1} ms", $"{sorted[(int)(sorted.Count * 0.95)]:F1} ms", aim];
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
