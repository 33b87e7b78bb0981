using System.Globalization;
using EnviAgriNet.Benchmarks.Machine;

namespace EnviAgriNet.Benchmarks.Forecast;

/// <summary>The page of results.</summary>
internal static class ForecastPage
{
    public static ResultPage Of(IReadOnlyList<SeriesScore> scores, RPeer peer, double cpu, double longMonthlyMs) =>
        new ResultPage("forecast", "Thai prices: the price forecaster beside R's forecast")
            .Paragraph(
                "Mean absolute scaled error (MASE) over the same rolling origins, in one run. Both sides get what was known at the origin and no more. "
                + "R: ets, auto.arima and thetaf with their defaults, and the mean of the three; gaps by its na.interp; months with a season of 12, "
                + "weeks and days without one. The product: the whole of it at each origin, trials on its past and bands included.")
            .Table(
                ["series", "origins", "EnviAgriNet", "mean of R's three", "no worse", .. RPeer.Methods, "naive", "naive shown at"],
                scores.Select(s => new[]
                {
                    s.Name, $"{s.Origins}", Three(s.Ours), Three(s.MeanOfR), s.IsNoWorse ? "yes" : "no",
                    Three(s.Methods[0]), Three(s.Methods[1]), Three(s.Methods[2]), Three(s.Naive), $"{s.Shown}",
                }))
            .Paragraph($"No worse than the mean of R's three on {scores.Count(s => s.IsNoWorse)} of {scores.Count} series.")
            .Heading("Processor time")
            .Table(
                ["", "seconds for all origins", "to ours"],
                [
                    ["EnviAgriNet", ResultPage.Figure(cpu), "1.00"],
                    [$"{peer.Version}, the three", ResultPage.Figure(peer.CpuSeconds.Sum()), ResultPage.Figure(peer.CpuSeconds.Sum() / cpu)],
                    .. RPeer.Methods.Select((name, m) =>
                        (string[])[$"of it {name}", ResultPage.Figure(peer.CpuSeconds[m]), ResultPage.Figure(peer.CpuSeconds[m] / cpu)]),
                ])
            .Paragraph($"The longest monthly series, trials included: {ResultPage.Figure(longMonthlyMs)} ms of one core.");

    private static string Three(double figure) => figure.ToString("F3", CultureInfo.InvariantCulture);
}
