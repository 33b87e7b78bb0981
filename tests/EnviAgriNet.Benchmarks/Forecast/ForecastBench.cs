using System.Text.Json;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Core.Markets;
using EnviAgriNet.Forecasting;

namespace EnviAgriNet.Benchmarks.Forecast;

/// <summary>Thai prices through <see cref="PriceForecaster"/> and through R's package forecast, from the same days in the past.</summary>
internal static class ForecastBench
{
    private const int Repeats = 5;

    public static async Task RunAsync(BenchCall call)
    {
        if (call.Only is not null)
        {
            throw new BenchmarkException("'forecast' has no parts for --only");
        }

        Tool.Require("Rscript", "r-cran-forecast");
        Origin[] origins = [.. ThaiSeries.Read(call.Data).SelectMany(Origin.Of)];
        double busy = await MachineCard.BusyShareAsync();
        Forecast(origins[0]);
        TimeSpan before = Environment.CpuUsage.TotalTime;
        PriceForecast[] ours = [.. origins.Select(Forecast)];
        double cpu = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        Progress.Say($"{origins.Length} origins in {cpu:F2} s of processor time; R now gets the same");
        double longMs = LongMonthlyMs(origins);
        RPeer peer = RPeer.Run(origins);
        SeriesScore[] scores =
        [
            .. origins.Select((origin, i) => (Origin: origin, Ours: ours[i], R: peer.Forecasts[i]))
                .GroupBy(row => row.Origin.Series.Name)
                .Select(rows => SeriesScore.Of([.. rows])),
        ];
        ResultPage page = ForecastPage.Of(scores, peer, cpu, longMs);
        await page.SaveAsync(busy);
        page.PutInto(Path.Combine("docs", "forecasting.md"));
        if (call.IsJson)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(new
            {
                bench = "forecast",
                series = scores.Length,
                noWorse = scores.Count(s => s.IsNoWorse),
                cpuSeconds = cpu,
                cpuSecondsOfR = peer.CpuSeconds.Sum(),
                longMonthlyMs = longMs,
            }));
        }
    }

    private static PriceForecast Forecast(Origin origin)
    {
        ForecastOutcome outcome = PriceForecaster.Run(origin.Request());
        return outcome.Forecast ?? throw new BenchmarkException($"{origin.Series.Name}: {outcome.Refusal}");
    }

    private static double LongMonthlyMs(IReadOnlyList<Origin> origins)
    {
        if (origins.Where(o => o.Series.Frequency == Frequency.Monthly).MaxBy(o => o.Known.Length) is not { } longest)
        {
            return 0;
        }

        TimeSpan before = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < Repeats; i++)
        {
            Forecast(longest);
        }

        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Repeats;
    }
}
