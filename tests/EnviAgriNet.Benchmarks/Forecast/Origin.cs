using EnviAgriNet.Core.Markets;
using EnviAgriNet.Forecasting;
using EnviAgriNet.Forecasting.Series;

namespace EnviAgriNet.Benchmarks.Forecast;

/// <summary>A day in the past from which both sides forecast: what was known then, and what came.</summary>
/// <param name="Series">Which series.</param>
/// <param name="Known">The cells up to the origin; the last one was quoted.</param>
/// <param name="Points">The same as points.</param>
/// <param name="Came">The cells after it; null where nothing was quoted.</param>
internal sealed record Origin(ThaiSeries Series, double?[] Known, SeriesPoint[] Points, double?[] Came)
{
    private const int OriginsMax = 8;
    private const int KnownMin = 60;

    public static int HorizonOf(Frequency frequency) => frequency switch
    {
        Frequency.Daily => 20,
        Frequency.Weekly => 13,
        _ => 6,
    };

    /// <summary>The last origins of a series, a horizon apart where there is room, oldest first.</summary>
    public static IReadOnlyList<Origin> Of(ThaiSeries series)
    {
        GriddedSeries grid = GriddedSeries.Of(series.Points, series.Frequency, zeroMeansMissing: true)!;
        int horizon = HorizonOf(series.Frequency);
        int last = grid.Values.Count - horizon;
        int stride = Math.Clamp((last - KnownMin) / (OriginsMax - 1), 1, horizon);
        return
        [
            .. Enumerable.Range(0, OriginsMax).Reverse()
                .Select(back => Quoted(grid, last - (back * stride)))
                .Where(count => count >= KnownMin)
                .Distinct()
                .Select(count => At(series, grid, count, horizon)),
        ];
    }

    public ForecastRequest Request() => new(Points, Series.Frequency, Came.Length);

    // A forecast counts its steps from the last quotation: an origin within a gap moves back to it.
    private static int Quoted(GriddedSeries grid, int count)
    {
        while (count > 0 && grid.Values[count - 1] is null)
        {
            count--;
        }

        return count;
    }

    private static Origin At(ThaiSeries series, GriddedSeries grid, int count, int horizon)
    {
        double?[] known = [.. grid.Values.Take(count)];
        return new Origin(
            series, known, [.. known.Select((value, i) => new SeriesPoint(grid.DateAt(i), value))], [.. grid.Values.Skip(count).Take(horizon)]);
    }
}
