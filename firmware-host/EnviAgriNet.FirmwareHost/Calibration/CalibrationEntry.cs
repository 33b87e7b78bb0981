using System.Globalization;
using System.Text.Json.Nodes;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Protocol.Messages;

namespace EnviAgriNet.FirmwareHost.Calibration;

/// <summary>What somebody found out about a series, and from when to when it holds.</summary>
/// <param name="Series">The series it corrects.</param>
/// <param name="Of">The series that it is computed of, such as the voltage of an input; null is of its own uncorrected value.</param>
/// <param name="Coefficients">The true value as a polynomial of the raw one, from the constant up; offset and gain are the first two.</param>
/// <param name="By">Who did it, by their code at the centre.</param>
/// <param name="From">From when it holds.</param>
/// <param name="Until">From when it holds no more; null is until another takes its place.</param>
internal sealed record CalibrationEntry(
    SeriesName Series, SeriesName? Of, IReadOnlyList<double> Coefficients, string By, DateTimeOffset From, DateTimeOffset? Until)
{
    private const int Decimals = 9;

    /// <summary>The hours by which Bangkok is ahead.</summary>
    public static TimeSpan Bangkok { get; } = TimeSpan.FromHours(7);

    /// <summary>The corrected value; null when a polynomial, far from where it was measured, leaves all numbers.</summary>
    public double? Apply(double raw)
    {
        double value = 0;
        for (int i = Coefficients.Count - 1; i >= 0; i--)
        {
            value = (value * raw) + Coefficients[i];
        }

        return double.IsFinite(value) ? Math.Round(value, Decimals) : null;
    }

    /// <summary>As the cloud is told.</summary>
    public CalibrationNotice ToNotice() => new(Series, Of, Coefficients, By, From);

    /// <summary>The entry as it stands in the settings.</summary>
    public JsonObject ToJson()
    {
        JsonObject entry = new() { [nameof(Series)] = Series.Text };
        if (Of is not null)
        {
            entry[nameof(Of)] = Of.Text;
        }

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
        entry["On"] = From.ToOffset(Bangkok).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
        return entry;
    }
}
