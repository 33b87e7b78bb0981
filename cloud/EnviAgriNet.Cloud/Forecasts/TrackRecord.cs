using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Forecasting;
using EnviAgriNet.Forecasting.Series;

namespace EnviAgriNet.Cloud.Forecasts;

/// <summary>What earlier published forecasts of a series were worth: what they said beside what came.</summary>
/// <param name="Forecasts">How many of them there are.</param>
/// <param name="Compared">How many of their steps have come.</param>
/// <param name="Smape">Symmetric mean absolute percentage error of the medians, or null while nothing has come.</param>
/// <param name="Coverage80">The share that fell within the 80 % bounds, or null.</param>
/// <param name="Coverage95">The share that fell within the 95 % bounds, or null.</param>
internal sealed record TrackRecord(int Forecasts, int Compared, double? Smape, double? Coverage80, double? Coverage95)
{
    /// <summary>How far back forecasts count.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromDays(365);

    /// <summary>Compares. A step counts when its price was not known to its forecast and is known now.</summary>
    public static TrackRecord Of(IReadOnlyList<PublishedForecast> past, IReadOnlyList<PricePoint> prices)
    {
        if (past.Count == 0)
        {
            return new TrackRecord(0, 0, null, null, null);
        }

        GriddedSeries? grid = GriddedSeries.Of([.. prices.Select(p => new SeriesPoint(p.Date, p.BahtPerKg))], past[0].Series.Frequency, true);
        Dictionary<DateOnly, double> came = [];
        for (int i = 0; i < (grid?.Values.Count ?? 0); i++)
        {
            if (grid!.Values[i] is { } value)
            {
                came[grid.DateAt(i)] = value;
            }
        }

        List<(ForecastStep Said, double Came)> pairs =
        [
            .. past.SelectMany(f => f.Forecast.Steps.Where(s => s.Date > f.Forecast.Card.DataTo && came.ContainsKey(s.Date)).Select(s => (s, came[s.Date]))),
        ];
        return pairs.Count == 0
            ? new TrackRecord(past.Count, 0, null, null, null)
            : new TrackRecord(
                past.Count,
                pairs.Count,
                pairs.Average(p => Math.Abs(p.Came) + Math.Abs(p.Said.Median) is > 0 and var size ? 200 * Math.Abs(p.Came - p.Said.Median) / size : 0),
                pairs.Average(p => p.Came >= p.Said.Low80 && p.Came <= p.Said.High80 ? 1.0 : 0),
                pairs.Average(p => p.Came >= p.Said.Low95 && p.Came <= p.Said.High95 ? 1.0 : 0));
    }
}
