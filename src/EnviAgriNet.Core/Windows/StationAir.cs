using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Core.Windows;

/// <summary>The air at a station at a time: every pollutant measured there, over its own window, and the index of the station.</summary>
/// <param name="Aqi">The largest index of the pollutants that have one; null when none has.</param>
/// <param name="Pollutants">The pollutants measured, in the order of the table, with or without a mean.</param>
public sealed record StationAir(StationAqi? Aqi, IReadOnlyList<PollutantAverage> Pollutants)
{
    /// <summary>Judges the air from the series of a station.</summary>
    /// <param name="table">Which version of the index.</param>
    /// <param name="series">
    /// The station's series; those of other quantities are passed over. Of several series of one pollutant the most complete one
    /// counts, and among equals the highest.
    /// </param>
    /// <param name="until">A time in the last hour.</param>
    public static StationAir Of(ThaiAqiTable table, IEnumerable<SeriesWindow> series, DateTimeOffset until)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(series);
        SortedDictionary<Pollutant, AveragedValue> averages = [];
        foreach (SeriesWindow one in series)
        {
            if (PollutantWindows.PollutantOf(one.Quantity.Code) is { } pollutant)
            {
                AveragedValue average = Rounded(PollutantWindows.Of(pollutant).Of(one, until), one.Quantity.Resolution);
                if (!averages.TryGetValue(pollutant, out AveragedValue other) || IsBetter(average, other))
                {
                    averages[pollutant] = average;
                }
            }
        }

        PollutantAverage[] pollutants = [.. averages.Select(a => new PollutantAverage(
            a.Key, a.Value, a.Value.Value is { } mean ? table.ValueOf(a.Key, mean) : null))];
        StationAqi? aqi = table.ValueOf(pollutants
            .Where(p => p.Average.Value is not null)
            .Select(p => KeyValuePair.Create(p.Pollutant, p.Average.Value!.Value)));
        return new StationAir(aqi, pollutants);
    }

    // The index is that of the number people see beside it.
    private static AveragedValue Rounded(AveragedValue average, double resolution)
    {
        if (average.Value is not { } mean)
        {
            return average;
        }

        int decimals = (int)Math.Round(-Math.Log10(resolution));
        return average with { Value = Math.Round(mean, decimals, MidpointRounding.AwayFromZero) };
    }

    private static bool IsBetter(AveragedValue one, AveragedValue other) =>
        (one.HoursFilled, one.Value ?? 0).CompareTo((other.HoursFilled, other.Value ?? 0)) > 0;
}
