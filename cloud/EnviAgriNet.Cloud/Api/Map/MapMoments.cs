using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Indices;
using EnviAgriNet.Core.Quantities;
using EnviAgriNet.Core.Windows;

namespace EnviAgriNet.Cloud.Api.Map;

/// <summary>Works out what a map shows of a station at the end of an hour, from columns of hours. Pure.</summary>
internal static class MapMoments
{
    /// <summary>How many hours before its end a moment looks at.</summary>
    public static int HoursBefore(MapMeasure measure, int stepHours) => measure.Code switch
    {
        "aqi" or "rain24" when measure.Kind == MapKind.Index => Math.Max(stepHours, 24),
        _ => stepHours,
    };

    /// <summary>The value of a station; null when it is not known.</summary>
    /// <param name="measure">What is shown; no hazard.</param>
    /// <param name="columns">The hours by quantity.</param>
    /// <param name="station">Which station.</param>
    /// <param name="place">Its place in the roster.</param>
    /// <param name="end">The index of the hour that the moment ends before.</param>
    /// <param name="stepHours">How many hours a quantity is taken over.</param>
    public static double? Of(
        MapMeasure measure, IReadOnlyDictionary<string, HourColumn[]> columns, Station station, int place, int end, int stepHours)
    {
        if (measure.Kind == MapKind.Quantity)
        {
            return Over(columns[measure.Code], QuantityCatalog.Get(measure.Code).Averaging, place, end, stepHours);
        }

        return measure.Code switch
        {
            "aqi" => Aqi(columns, place, end),
            "heat" => Over(columns["air_temperature"], AveragingRule.Mean, place, end, stepHours) is { } celsius
                && Over(columns["humidity"], AveragingRule.Mean, place, end, stepHours) is { } humidity ? HeatIndex.Of(celsius, humidity) : null,
            "rain24" => Rain(columns["rain"], place, end),
            _ => Over(columns["water_level"], AveragingRule.Maximum, place, end, stepHours) is { } level
                ? RiverBank.Of(level, station.BankLevel, station.GroundLevel)?.Percent
                : null,
        };
    }

    /// <summary>The Thai index: every pollutant over its own window, with the hours it needs.</summary>
    private static double? Aqi(IReadOnlyDictionary<string, HourColumn[]> columns, int place, int end)
    {
        List<KeyValuePair<Pollutant, double>> means = [];
        foreach ((string quantity, HourColumn[] hours) in columns)
        {
            Pollutant pollutant = PollutantWindows.PollutantOf(quantity)!.Value;
            AveragingWindow window = PollutantWindows.Of(pollutant);
            double?[] values = new double?[window.Hours];
            for (int i = 0; i < values.Length; i++)
            {
                int at = end - values.Length + i;
                values[i] = at >= 0 && at < hours.Length && !float.IsNaN(hours[at][place]) ? hours[at][place] : null;
            }

            if (window.Of(values).Value is { } mean)
            {
                int decimals = (int)Math.Round(-Math.Log10(QuantityCatalog.Get(quantity).Resolution));
                means.Add(KeyValuePair.Create(pollutant, Math.Round(mean, decimals, MidpointRounding.AwayFromZero)));
            }
        }

        return ThaiAqiTable.Since2023.ValueOf(means)?.Value.Number;
    }

    // A sum over hours that are missing is too small, so that it needs as many of them as a mean of 24 h.
    private static double? Rain(HourColumn[] hours, int place, int end)
    {
        const int Window = 24;
        (double sum, int filled) = (0, 0);
        for (int at = Math.Max(0, end - Window); at < end; at++)
        {
            if (!float.IsNaN(hours[at][place]))
            {
                sum += hours[at][place];
                filled++;
            }
        }

        return filled >= Window * MapLimits.WindowFilledMin ? sum : null;
    }

    private static double? Over(HourColumn[] hours, AveragingRule rule, int place, int end, int stepHours)
    {
        (double sum, double most, int filled) = (0, double.NegativeInfinity, 0);
        for (int at = Math.Max(0, end - stepHours); at < end; at++)
        {
            float value = hours[at][place];
            if (!float.IsNaN(value))
            {
                sum += value;
                most = Math.Max(most, value);
                filled++;
            }
        }

        if (filled == 0)
        {
            return null;
        }

        return rule switch
        {
            AveragingRule.Sum => sum,
            AveragingRule.Maximum => most,
            _ => sum / filled,
        };
    }
}
