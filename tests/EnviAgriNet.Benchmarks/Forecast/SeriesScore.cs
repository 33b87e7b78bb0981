using EnviAgriNet.Forecasting;
using EnviAgriNet.Forecasting.Metrics;

namespace EnviAgriNet.Benchmarks.Forecast;

/// <summary>Mean absolute scaled errors of one series over its origins.</summary>
/// <param name="Name">The series.</param>
/// <param name="Origins">How many origins.</param>
/// <param name="Ours">Of this product.</param>
/// <param name="Naive">Of the last value.</param>
/// <param name="Methods">Of each of R's methods.</param>
/// <param name="MeanOfR">Of their mean.</param>
/// <param name="Shown">At how many origins the product showed naive.</param>
internal sealed record SeriesScore(string Name, int Origins, double Ours, double Naive, IReadOnlyList<double> Methods, double MeanOfR, int Shown)
{
    public bool IsNoWorse => Ours <= MeanOfR;

    public static SeriesScore Of(IReadOnlyList<(Origin Origin, PriceForecast Ours, IReadOnlyList<double[]> R)> rows) => new(
        rows[0].Origin.Series.Name,
        rows.Count,
        rows.Average(r => Error(r.Origin, i => r.Ours.Steps[i].Median)),
        rows.Average(r => Error(r.Origin, _ => r.Origin.Known[^1]!.Value)),
        [.. RPeer.Methods.Select((_, m) => rows.Average(r => Error(r.Origin, i => r.R[m][i])))],
        rows.Average(r => Error(r.Origin, i => r.R.Average(said => said[i]))),
        rows.Count(r => r.Ours.Card.IsNaive));

    private static double Error(Origin origin, Func<int, double> said)
    {
        (double Came, double Said)[] pairs =
            [.. origin.Came.Select((came, i) => (came, i)).Where(p => p.came is not null).Select(p => (p.came!.Value, said(p.i)))];
        double[] quoted = [.. origin.Known.Where(v => v is not null).Select(v => v!.Value)];
        double scale = ForecastErrors.NaiveScale(quoted, ForecastErrors.ScaleLag(origin.Series.Frequency));
        return ForecastErrors.Mase([.. pairs.Select(p => p.Came)], [.. pairs.Select(p => p.Said)], scale);
    }
}
