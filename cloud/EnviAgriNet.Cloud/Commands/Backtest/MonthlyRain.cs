using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Indices;
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
    /// <summary>The quantities it makes.</summary>
    public static IEnumerable<string> Quantities => SpiSeries.All.Select(s => s.Series.Quantity.Code);

    /// <summary>The indices of one place, in the order of their times.</summary>
    /// <param name="months">A time in a month and its rain in mm; the last value of a month counts.</param>
    public IReadOnlyList<Reading> Indices(IEnumerable<(DateTimeOffset At, double Rain)> months)
    {
        Dictionary<CalendarMonth, double> rain = [];
        foreach ((DateTimeOffset at, double value) in months)
        {
            rain[CalendarMonth.Of(at)] = value;
        }

        if (rain.Count == 0)
        {
            return [];
        }

        CalendarMonth first = rain.Keys.Min();
        double?[] all = new double?[rain.Keys.Max().Number - first.Number + 1];
        foreach ((CalendarMonth month, double value) in rain)
        {
            all[month.Number - first.Number] = value;
        }

        List<Reading> readings = [];
        foreach ((int scale, SeriesName series) in SpiSeries.All)
        {
            SpiOptions options = new() { Scale = scale, CalibrateFrom = calibrateFrom, CalibrateTo = calibrateTo };
            IReadOnlyList<SpiValue> values = StandardizedPrecipitation.Of(all, first.Year, first.Month, options).Values;
            for (int i = 0; i < values.Count; i++)
            {
                if (values[i].Index is { } index)
                {
                    readings.Add(new Reading(series, first.Plus(i + 1).Begin, index, QualityFlag.NotEvaluated));
                }
            }
        }

        return [.. readings.OrderBy(r => r.TakenAt)];
    }
}
