using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using EnviAgriNet.Benchmarks.Load;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Benchmarks.Servers;

namespace EnviAgriNet.Benchmarks.Pages;

/// <summary>A month of minutes as 600 pixels: the times of the server's answers, of ours and of InfluxDB over the same readings.</summary>
internal static class SeriesSide
{
    private const int Points = 600;
    private const int Asked = 60;
    private const int InfluxStations = 20;
    private const int LinesPerPost = 20_000;

    /// <summary>Milliseconds of each answer of ours, each of another station: none of them has been read before.</summary>
    public static async Task<List<double>> OursAsync(CloudServer cloud, ReadingField field, MonthSeed seed, bool isFirst)
    {
        List<double> times = [];
        int step = Math.Max(1, field.Stations.Count / Asked);
        for (int i = 0; i < Math.Min(Asked, field.Stations.Count); i++)
        {
            int station = isFirst ? i * step : 0;
            string from = seed.Begin.AddMinutes(isFirst ? 0 : i).ToString("O", CultureInfo.InvariantCulture).Replace("+00:00", "Z", StringComparison.Ordinal);
            string to = seed.Begin.AddMinutes(seed.ReadingsPerSeries).ToString("O", CultureInfo.InvariantCulture).Replace("+00:00", "Z", StringComparison.Ordinal);
            long begin = Stopwatch.GetTimestamp();
            string body = await cloud.GetAsync($"/api/series?station={field.Stations[station]}&series=pm25&from={from}&to={to}&points={Points}");
            times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            using JsonDocument view = JsonDocument.Parse(body);
            int total = view.RootElement.GetProperty("total").EnumerateArray().Sum(n => n.GetInt32());
            // A span begins with a whole pixel, which may begin before it.
            if (total < seed.ReadingsPerSeries - (isFirst ? 0 : i) || total > seed.ReadingsPerSeries)
            {
                throw new BenchmarkException($"the answer stands for {total} readings, and {seed.ReadingsPerSeries} are there");
            }
        }

        return times;
    }

    /// <summary>Milliseconds of each answer of InfluxDB to the same question, over a few stations.</summary>
    public static async Task<List<double>> InfluxAsync(MonthSeed seed)
    {
        using InfluxServer influx = await InfluxServer.StartAsync();
        using HttpClient http = new();
        for (int station = 0; station < InfluxStations; station++)
        {
            await FillAsync(http, influx, seed, station);
        }

        await influx.SettleAsync();
        List<double> times = [];
        long stepS = ((seed.ReadingsPerSeries * 60L) + Points - 1) / Points;
        for (int i = 0; i < Asked; i++)
        {
            string query = Uri.EscapeDataString(
                "SELECT min(value), max(value), mean(value), last(value), count(value) FROM pm25 "
                + $"WHERE station='s{i % InfluxStations}' AND time >= {seed.Begin.ToUnixTimeSeconds()}s AND time < {seed.Begin.ToUnixTimeSeconds() + (seed.ReadingsPerSeries * 60L)}s "
                + $"GROUP BY time({stepS}s) fill(none)");
            long begin = Stopwatch.GetTimestamp();
            string body = await http.GetStringAsync(new Uri($"http://127.0.0.1:{influx.Port}/query?db={InfluxServer.Database}&epoch=s&q={query}"));
            times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            if (!body.Contains("\"values\"", StringComparison.Ordinal))
            {
                throw new BenchmarkException($"InfluxDB has no answer: {body}");
            }
        }

        return times;
    }

    private static async Task FillAsync(HttpClient http, InfluxServer influx, MonthSeed seed, int station)
    {
        long minute = seed.Begin.ToUnixTimeSeconds() / 60;
        for (int done = 0; done < seed.ReadingsPerSeries; done += LinesPerPost)
        {
            StringBuilder lines = new();
            for (int i = done; i < Math.Min(done + LinesPerPost, seed.ReadingsPerSeries); i++)
            {
                lines.Append(CultureInfo.InvariantCulture, $"pm25,station=s{station} value={MonthSeed.Value(station, 0, minute + i)} {(minute + i) * 60}\n");
            }

            using StringContent content = new(lines.ToString());
            using HttpResponseMessage answer = await http.PostAsync(new Uri(influx.WriteAddress), content);
            answer.EnsureSuccessStatusCode();
        }
    }
}
