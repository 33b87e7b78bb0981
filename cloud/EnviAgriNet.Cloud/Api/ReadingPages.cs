using EnviAgriNet.Cloud.Quality;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Api;

/// <summary>The readings of a series with the raw flag and the one that holds, for now or as of a quality version.</summary>
internal sealed class ReadingPages(JudgedReadings readings)
{
    /// <summary>The readings, or a sentence that names what is wrong with the question.</summary>
    public (ReadingsView? View, string? Fault) Of(
        string station, string series, DateTimeOffset? from, DateTimeOffset? to, long? asOf)
    {
        if (!StationId.TryParse(station, out StationId id))
        {
            return (null, $"station is not {StationId.LengthMin} to {StationId.LengthMax} characters of a-z, 0-9 and '-'");
        }

        if (!SeriesName.TryParse(series, out SeriesName? name, out string? fault))
        {
            return (null, fault);
        }

        if (from is not { } begin || to is not { } end || end <= begin || end - begin > Limits.ReadingsSpanMax)
        {
            return (null, $"from and to are times, to after from and at most {Limits.ReadingsSpanMax.TotalDays} days later");
        }

        if (asOf < 0)
        {
            return (null, "as_of is a quality version, 0 or above");
        }

        return (
            new ReadingsView(
                id.Value,
                name.Text,
                name.Quantity.Unit,
                [.. readings.Judge(new SeriesId(id, name), begin, end, asOf ?? JudgedReadings.Newest).Select(View)]),
            null);
    }

    private static ReadingView View(JudgedReading reading) => new(
        reading.Raw.TakenAt,
        reading.Raw.Value,
        (int)reading.Raw.Quality,
        (int)reading.Flag,
        reading.Test == QualityTest.None ? null : QualityMark.NameOf(reading.Test),
        reading.Version);
}
