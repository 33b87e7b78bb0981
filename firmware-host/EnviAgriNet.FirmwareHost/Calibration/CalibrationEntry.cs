using System.Text.Json.Nodes;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.FirmwareHost.Calibration;

/// <summary>What somebody found out about a series, and from when to when it holds.</summary>
/// <param name="Series">The series it corrects.</param>
/// <param name="Coefficients">The true value as a polynomial of the raw one, from the constant up; offset and gain are the first two.</param>
/// <param name="By">Who did it, by the name they have at the centre.</param>
/// <param name="From">From when it holds.</param>
/// <param name="Until">From when it holds no more; null is until another takes its place.</param>
internal sealed record CalibrationEntry(
    SeriesName Series, IReadOnlyList<double> Coefficients, string By, DateTimeOffset From, DateTimeOffset? Until)
{
    /// <summary>The most coefficients: a polynomial of the fifth degree.</summary>
    public const int CoefficientsMax = 6;

    /// <summary>The corrected value.</summary>
    public double Apply(double raw)
    {
        double value = 0;
        for (int i = Coefficients.Count - 1; i >= 0; i--)
        {
            value = (value * raw) + Coefficients[i];
        }

        return value;
    }

    /// <summary>
    /// The line, or with one point the shift, that goes through what was measured and what was true; of more than two points the line
    /// that is nearest to all. Null when the points lie too close together to tell a slope.
    /// </summary>
    public static IReadOnlyList<double>? Fit(IReadOnlyList<(double Raw, double Truth)> points)
    {
        double meanRaw = points.Average(p => p.Raw);
        double meanTruth = points.Average(p => p.Truth);
        if (points.Count == 1)
        {
            return [meanTruth - meanRaw, 1];
        }

        double spread = points.Sum(p => (p.Raw - meanRaw) * (p.Raw - meanRaw));
        if (spread <= 1e-9 * Math.Max(1, meanRaw * meanRaw))
        {
            return null;
        }

        double gain = points.Sum(p => (p.Raw - meanRaw) * (p.Truth - meanTruth)) / spread;
        return [meanTruth - (gain * meanRaw), gain];
    }

    /// <summary>The entry as it stands in the settings.</summary>
    public JsonObject ToJson()
    {
        JsonObject entry = new() { [nameof(Series)] = Series.Text };
        if (Coefficients.Count == 2)
        {
            entry["Gain"] = Coefficients[1];
            entry["Offset"] = Coefficients[0];
        }
        else
        {
            entry["Polynomial"] = new JsonArray([.. Coefficients.Select(c => (JsonNode?)c)]);
        }

        entry[nameof(By)] = By;
        entry["On"] = From.ToString("yyyy-MM-ddTHH:mm:ssK");
        return entry;
    }
}
