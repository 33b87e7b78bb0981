using System.Globalization;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Forecasting.Combination;
using EnviAgriNet.Forecasting.Metrics;
using EnviAgriNet.Forecasting.Models;

namespace EnviAgriNet.Benchmarks.ForecastM4;

/// <summary>What was looked at to choose the pool: each member, and medians of some of them, on the end of the training part alone.</summary>
internal static class PoolTable
{
    private const int Season = 52;
    private const int KindsOfSeason = 3;

    /// <summary>The page.</summary>
    public static ResultPage Of(IReadOnlyList<WeeklySeries> series)
    {
        Dictionary<string, List<(double Smape, double Mase)>> scores = [];
        Lock adding = new();
        Parallel.ForEach(series.Select(s => s.HoldOut()), one =>
        {
            List<(string Name, double[] Forecasts)> said = Forecasts(one);
            double scale = ForecastErrors.NaiveScale(one.Train, 1);
            lock (adding)
            {
                foreach ((string name, double[] forecasts) in said.Concat(Medians(said)))
                {
                    scores.TryAdd(name, []);
                    scores[name].Add((ForecastErrors.Smape(one.Test, forecasts), ForecastErrors.Mase(one.Test, forecasts, scale)));
                }
            }
        });
        return new ResultPage("forecast-m4-pools", "How the pool was chosen: the end of the training part")
            .Paragraph(
                $"{series.Count} weekly series of the M4 competition, less their test part; the last 13 weeks of what is left are forecast from the weeks before. "
                + "Equal weights, no trial, naive never shown. A member that does not apply to a short series is left out of that series' median; its own row is over those it applies to.")
            .Table(
                ["", "series", "sMAPE", "MASE"],
                scores.Select(s => (string[])[s.Key, $"{s.Value.Count}", Three(s.Value.Average(v => v.Smape)), Three(s.Value.Average(v => v.Mase))]));
    }

    private static List<(string Name, double[] Forecasts)> Forecasts(WeeklySeries series)
    {
        List<(string, double[])> said = [("naive", new NaiveModel().Fit(series.Train, 1)!.Forecast(series.Test.Length))];
        foreach (Member member in ModelPool.For(Season, series.Train.Length))
        {
            if (member.Fit(series.Train) is { } fit)
            {
                said.Add((member.Model.Name, fit.Forecast(series.Test.Length)));
            }
        }

        return said;
    }

    // The pool gives the plain kinds first, then for each kind the fixed season and the changing one.
    private static IEnumerable<(string Name, double[] Forecasts)> Medians(List<(string Name, double[] Forecasts)> said)
    {
        var members = said.Skip(1).ToList();
        var plain = members.Where(m => !m.Name.Contains("stl", StringComparison.Ordinal)).ToList();
        var isFixed = members.Where(m => m.Name.StartsWith("stl", StringComparison.Ordinal)).ToList();
        yield return ("median of the plain", Median(plain));
        yield return ("median of plain and fixed season", Median([.. plain, .. isFixed]));
        yield return ("median of plain and changing season", Median([.. members.Except(isFixed)]));
        yield return ($"median of all {KindsOfSeason} kinds (the pool)", Median(members));
    }

    private static double[] Median(List<(string Name, double[] Forecasts)> members) =>
        Blend.Steps([.. members.Select(m => m.Forecasts)], [.. members.Select(_ => 1.0)]);

    private static string Three(double figure) => figure.ToString("F3", CultureInfo.InvariantCulture);
}
