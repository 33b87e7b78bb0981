using System.Globalization;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Core.Markets;
using EnviAgriNet.Forecasting;
using EnviAgriNet.Forecasting.Series;

namespace EnviAgriNet.Benchmarks.ForecastM4;

/// <summary>The weekly series of the M4 competition through <see cref="PriceForecaster"/>, as any price goes through it.</summary>
internal static class ForecastM4Bench
{
    private const string HoldOutPart = "holdout";
    private const string Document = "docs/forecasting.md";
    private const string PoolsPart = "pools";
    private static readonly DateOnly AnyMonday = new(1950, 1, 2);

    public static async Task RunAsync(BenchCall call)
    {
        IReadOnlyList<WeeklySeries> series = WeeklySeries.Read(call.Data);
        if (call.Only == PoolsPart)
        {
            ResultPage page = PoolTable.Of(series);
            await page.SaveAsync(await MachineCard.BusyShareAsync());
            page.PutInto(Document);
            return;
        }

        if (call.Only == HoldOutPart)
        {
            series = [.. series.Select(s => s.HoldOut())];
        }

        double busyBefore = await MachineCard.BusyShareAsync();
        PriceForecaster.Run(RequestOf(series[0]));
        TimeSpan cpuBefore = Environment.CpuUsage.TotalTime;
        M4Score score = new();
        int naive = 0;
        int done = 0;
        Parallel.ForEach(series, one =>
        {
            ForecastOutcome outcome = PriceForecaster.Run(RequestOf(one));
            PriceForecast forecast = outcome.Forecast ?? throw new BenchmarkException($"{one.Name}: {outcome.Refusal}");
            score.Add(one, forecast.Steps);
            if (forecast.Card.IsNaive)
            {
                Interlocked.Increment(ref naive);
            }

            if (Interlocked.Increment(ref done) % 50 == 0)
            {
                Progress.Say($"{done} of {series.Count} series");
            }
        });
        double cpu = (Environment.CpuUsage.TotalTime - cpuBefore).TotalSeconds;
        Progress.Say($"naive shown for {naive}; 80 % band covers {score.Coverage80:F1} %");
        if (call.Only is null)
        {
            ResultPage page = M4Page.Of(score, naive, cpu);
            await page.SaveAsync(busyBefore);
            page.PutInto(Document);
        }

        Console.Out.WriteLine(Json(score, cpu));
    }

    private static ForecastRequest RequestOf(WeeklySeries series) => new(
        [.. series.Train.Select((value, i) => new SeriesPoint(AnyMonday.AddDays(7 * i), value))], Frequency.Weekly, series.Test.Length)
    {
        ZeroMeansMissing = false,
    };

    private static string Json(M4Score score, double cpu) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"smape":{{score.Smape:F3}},"mase":{{score.Mase:F3}},"msis":{{score.Msis:F2}},"coverage95":{{score.Coverage95:F2}},"cpuSeconds":{{cpu:F2}}}""");
}
