using EnviAgriNet.Core.Indices;
using EnviAgriNet.Core.Quantities;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Commands.Backtest;

/// <summary>
/// Makes precipitation indices of monthly rain, as readings that a drought rule judges. The index of a month is known when the month is
/// over, so it is measured at the first moment of the next one.
/// </summary>
/// <param name="calibrateFrom">The first year that says what is usual; null for the first there is.</param>
/// <param name="calibrateTo">The last year that says what is usual; null for the last there is.</param>
internal sealed class MonthlyRain(int? calibrateFrom, int? calibrateTo)
{
    private const int MonthsPerYear = 12;

    private static readonly TimeSpan Bangkok = TimeSpan.FromHours(7);

    private static readonly (int Scale, SeriesName Series)[] Scales =
    [
        .. new[] { 1, 3, 6, 12 }.Select(scale => (scale, SeriesName.Of(QuantityCatalog.Get($"spi_{scale}")))),
    ];

    /// <summary>The quantities it makes.</summary>
    public static IEnumerable<string> Quantities => Scales.Select(s => s.Series.Quantity.Code);

    /// <summary>The indices of one place, in the order of their times.</summary>
    /// <param name="months">A time in a month and its rain in mm; the last value of a month counts.</param>
    public IReadOnlyList<Reading> Indices(IEnumerable<(DateTimeOffset At, double Rain)> months)
    {
        Dictionary<int, double> rain = [];
        foreach ((DateTimeOffset at, double value) in months)
        {
            rain[MonthOf(at)] = value;
        }

        if (rain.Count == 0)
        {
            return [];
        }

        int first = rain.Keys.Min();
        double?[] all = new double?[rain.Keys.Max() - first + 1];
        foreach ((int month, double value) in rain)
        {
            all[month - first] = value;
        }

        List<Reading> readings = [];
        foreach ((int scale, SeriesName series) in Scales)
        {
            SpiOptions options = new() { Scale = scale, CalibrateFrom = calibrateFrom, CalibrateTo = calibrateTo };
            IReadOnlyList<SpiValue> values = StandardizedPrecipitation.Of(
                all, first / MonthsPerYear, (first % MonthsPerYear) + 1, options).Values;
            for (int i = 0; i < values.Count; i++)
            {
                if (values[i].Index is { } index)
                {
                    readings.Add(new Reading(series, BeginOf(first + i + 1), index, QualityFlag.NotEvaluated));
                }
            }
        }

        return [.. readings.OrderBy(r => r.TakenAt)];
    }

    private static int MonthOf(DateTimeOffset at)
    {
        DateTimeOffset local = at.ToOffset(Bangkok);
        return (local.Year * MonthsPerYear) + local.Month - 1;
    }

    private static DateTimeOffset BeginOf(int month) =>
        new DateTimeOffset(month / MonthsPerYear, (month % MonthsPerYear) + 1, 1, 0, 0, 0, Bangkok).ToUniversalTime();
}
