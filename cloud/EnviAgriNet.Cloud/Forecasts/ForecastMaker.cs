using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Forecasting;
using EnviAgriNet.Forecasting.Series;

namespace EnviAgriNet.Cloud.Forecasts;

/// <summary>Makes and publishes the forecast of a series from the prices that are known now. Safe for use by several threads.</summary>
internal sealed class ForecastMaker(PriceBook prices, ForecastBook forecasts, TimeProvider time)
{
    // A change of method makes every forecast anew.
    private const string Method = "1";

    /// <summary>Publishes where prices changed since the last forecast. The same prices again change nothing.</summary>
    public ForecastFate Make(long id, PriceSeries series)
    {
        List<SeriesPoint> points = [.. prices.Values(id).TakeLast(ForecastLimits.PointsMax).Select(p => new SeriesPoint(p.Date, p.BahtPerKg))];
        if (points.Count == 0)
        {
            return new ForecastFate(series, ForecastFateKind.Refused, null, "there is no price");
        }

        int age = ForecastBook.ThaiDay(time.GetUtcNow()).DayNumber - points[^1].Date.DayNumber;
        if (age > Limits.AgeDaysMax(series.Frequency))
        {
            return new ForecastFate(
                series, ForecastFateKind.TooOld, null,
                $"the last price is of {points[^1].Date:yyyy-MM-dd}, {age} days old; at most {Limits.AgeDaysMax(series.Frequency)} are taken");
        }

        string fingerprint = Fingerprint(points);
        if (forecasts.Newest(series) is { } known && known.Fingerprint == fingerprint)
        {
            return new ForecastFate(series, ForecastFateKind.Unchanged, known.Id, null);
        }

        ForecastOutcome outcome = PriceForecaster.Run(new ForecastRequest(points, series.Frequency, Limits.Horizon(series.Frequency)));
        if (outcome.Forecast is not { } forecast)
        {
            return new ForecastFate(series, ForecastFateKind.Refused, null, $"{outcome.Refusal!.Field} {outcome.Refusal.Reason}");
        }

        (long made, bool isNew) = forecasts.Publish(series, NotBelowZero.Of(forecast), fingerprint);
        return new ForecastFate(series, isNew ? ForecastFateKind.Published : ForecastFateKind.Unchanged, made, null);
    }

    private static string Fingerprint(List<SeriesPoint> points)
    {
        StringBuilder text = new(Method);
        foreach (SeriesPoint point in points)
        {
            text.Append(CultureInfo.InvariantCulture, $";{point.Date.DayNumber}:{point.Value:R}");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }
}
