using System.Globalization;
using EnviAgriNet.Benchmarks.Machine;

namespace EnviAgriNet.Benchmarks.ForecastM4;

/// <summary>The page of results.</summary>
internal static class M4Page
{
    public static ResultPage Of(M4Score score, int naive, double cpu) => new ResultPage("forecast-m4", "The weekly series of the M4 competition")
        .Paragraph(string.Create(
            CultureInfo.InvariantCulture,
            $"{score.Count} series, horizon 13, each through the whole of the price forecaster: clean, try on its own past, combine, calibrate. "
            + $"{cpu:F1} s of processor time for all. Naive is shown for {naive} of them."))
        .Table(
            ["", "sMAPE", "MASE", "MSIS", "80 % band covers", "95 % band covers"],
            [
                ["EnviAgriNet", Three(score.Smape), Three(score.Mase), Three(score.Msis), $"{Three(score.Coverage80)} %", $"{Three(score.Coverage95)} %"],
                ["published: Naive", "9.161", "2.777", "", "", ""],
                ["published: Theta", "9.093", "2.637", "", "", ""],
                ["published: Damped", "8.866", "2.404", "", "", ""],
                ["published: best of the competition by sMAPE, by MASE", "6.582", "2.107", "", "", ""],
            ]);

    private static string Three(double figure) => figure.ToString("F3", CultureInfo.InvariantCulture);
}
