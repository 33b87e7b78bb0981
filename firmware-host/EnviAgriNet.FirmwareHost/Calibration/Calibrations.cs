using System.Globalization;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.FirmwareHost.Sensors;
using EnviAgriNet.Protocol.Messages;

namespace EnviAgriNet.FirmwareHost.Calibration;

/// <summary>All calibrations of the settings. Of several for one series the newest that holds counts.</summary>
internal sealed class Calibrations(IReadOnlyList<CalibrationEntry> entries)
{
    public const string Section = "Calibration";

    private static readonly string[] Known = ["Series", "Of", "Gain", "Offset", "Polynomial", "By", "On", "Until"];

    /// <summary>Reads them; faults, each with its key, are added for all that cannot be read.</summary>
    public static Calibrations Read(IConfiguration configuration, ICollection<string> faults) =>
        new([.. configuration.GetSection(Section).GetChildren().Select(e => Read(e, faults)).OfType<CalibrationEntry>()]);

    /// <summary>The calibration that holds for a series at a time; null when there is none.</summary>
    public CalibrationEntry? Of(SeriesName series, DateTimeOffset at) => entries
        .Where(e => e.Series.Equals(series) && e.From <= at && (e.Until is not { } until || at < until))
        .MaxBy(e => e.From);

    /// <summary>The series that are computed of others at some time, each with those others.</summary>
    public IEnumerable<CalibrationEntry> Computed => entries.Where(e => e.Of is not null);

    /// <summary>The calibrations that hold at a time, one for a series at most.</summary>
    public IReadOnlyList<CalibrationEntry> At(DateTimeOffset at) =>
        [.. entries.Select(e => e.Series).Distinct().Select(s => Of(s, at)).OfType<CalibrationEntry>()];

    /// <summary>
    /// The values with their corrections, before each that was corrected the raw one, unless it is there already, and after them the
    /// series that are computed of them.
    /// </summary>
    public IReadOnlyList<Measurement> Apply(IReadOnlyList<Measurement> values, DateTimeOffset at)
    {
        if (entries.Count == 0)
        {
            return values;
        }

        IReadOnlyList<CalibrationEntry> holding = At(at);
        HashSet<SeriesName> there = [.. values.Select(v => v.Series)];
        List<Measurement> result = [];
        foreach (Measurement value in values)
        {
            Measurement? published = holding.FirstOrDefault(e => e.Of is null && e.Series.Equals(value.Series)) is { } own
                ? With(value, own)
                : value;
            if (published is not { Uncalibrated: null } && there.Add(RawSeries.Of(value.Series)))
            {
                result.Add(value with { Series = RawSeries.Of(value.Series) });
            }

            if (published is { } good)
            {
                result.Add(good);
                result.AddRange(holding.Where(e => good.Series.Equals(e.Of)).Select(e => With(good, e)).OfType<Measurement>());
            }
        }

        return result;
    }

    /// <summary>Null when there is no such value; then the raw one stands alone.</summary>
    private static Measurement? With(Measurement value, CalibrationEntry calibration) => calibration.Apply(value.Value) is { } corrected
        ? value with { Series = calibration.Series, Value = corrected, Uncalibrated = value.Value }
        : null;

    private static CalibrationEntry? Read(IConfigurationSection entry, ICollection<string> faults)
    {
        int before = faults.Count;
        if (!SeriesName.TryParse(entry["Series"] ?? string.Empty, out SeriesName? series, out string? wrong))
        {
            faults.Add($"{entry.Path}:Series {wrong}");
        }

        SeriesName? of = null;
        if (entry["Of"] is { } source && !SeriesName.TryParse(source, out of, out wrong))
        {
            faults.Add($"{entry.Path}:Of {wrong}");
        }
        else if (of is not null && of.Equals(series))
        {
            faults.Add($"{entry.Path}:Of is the series itself: leave it out");
        }

        if (!CalibrationNotice.IsCode(entry["By"]))
        {
            faults.Add($"{entry.Path}:By '{entry["By"]}' is not 1 to {CalibrationNotice.ByLengthMax} of a-z 0-9 -: who measured it, by their code at the centre, not by name");
        }

        DateTimeOffset? from = Day(entry, "On", faults);
        if (from is null && entry["On"] is null)
        {
            faults.Add($"{entry.Path}:On is missing: the day it was measured, as in 2026-11-20");
        }

        DateTimeOffset? until = Day(entry, "Until", faults);
        if (until <= from)
        {
            faults.Add($"{entry.Path}:Until '{entry["Until"]}' is not after On");
        }

        foreach (IConfigurationSection other in entry.GetChildren().Where(c => !Known.Contains(c.Key, StringComparer.OrdinalIgnoreCase)))
        {
            faults.Add($"{other.Path} is none of {string.Join(", ", Known)}");
        }

        IReadOnlyList<double> coefficients = Coefficients(entry, faults);
        return faults.Count > before ? null : new CalibrationEntry(series!, of, coefficients, entry["By"]!, from!.Value, until);
    }

    private static IReadOnlyList<double> Coefficients(IConfigurationSection entry, ICollection<string> faults)
    {
        IConfigurationSection[] polynomial = [.. entry.GetSection("Polynomial").GetChildren()];
        if (polynomial.Length == 0)
        {
            double gain = Number(entry.GetSection("Gain"), 1, faults);
            if (gain == 0)
            {
                faults.Add($"{entry.Path}:Gain '0' would make every value the same");
            }

            return [Number(entry.GetSection("Offset"), 0, faults), gain];
        }

        if (polynomial.Length is < 2 or > CalibrationNotice.CoefficientsMax || entry["Gain"] is not null || entry["Offset"] is not null)
        {
            faults.Add($"{entry.Path}:Polynomial has 2 to {CalibrationNotice.CoefficientsMax} numbers from the constant up, and stands without Gain and Offset");
        }

        return [.. polynomial.Select(p => Number(p, 0, faults))];
    }

    private static double Number(IConfigurationSection key, double standard, ICollection<string> faults)
    {
        if (key.Value is not { Length: > 0 } text)
        {
            return standard;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value))
        {
            return value;
        }

        faults.Add($"{key.Path} '{text}' is not a number");
        return standard;
    }

    /// <summary>A day begins in Bangkok, unless the text says another zone.</summary>
    private static DateTimeOffset? Day(IConfigurationSection entry, string key, ICollection<string> faults)
    {
        if (entry[key] is not { Length: > 0 } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), CalibrationEntry.Bangkok);
        }

        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time))
        {
            return time;
        }

        faults.Add($"{entry.Path}:{key} '{text}' is not a day, as in 2026-11-20");
        return null;
    }
}
