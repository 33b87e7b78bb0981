using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Api.Series;

/// <summary>Which series, which span, and how wide the picture is.</summary>
internal sealed record SeriesQuestion(SeriesId Series, DateTimeOffset From, DateTimeOffset To, int Points)
{
    private static readonly DateTimeOffset Earliest = DateTimeOffset.UnixEpoch;
    private static readonly DateTimeOffset Latest = Earliest.AddYears(200);

    /// <summary>Reads a question; false with a sentence that names the field and its limit.</summary>
    public static bool TryRead(
        string? station,
        string? series,
        string? from,
        string? to,
        string? points,
        [NotNullWhen(true)] out SeriesQuestion? question,
        [NotNullWhen(false)] out string? fault)
    {
        question = null;
        if (!StationId.TryParse(station, out StationId id))
        {
            fault = $"station is not {StationId.LengthMin} to {StationId.LengthMax} characters of a-z, 0-9 and '-'";
            return false;
        }

        if (!SeriesName.TryParse(series ?? string.Empty, out SeriesName? name, out fault))
        {
            return false;
        }

        DateTimeOffset begin = default;
        DateTimeOffset end = default;
        int pixels = SeriesLimits.PointsDefault;
        fault = !TryReadTime(from, out begin) ? "from is not a time as 2026-11-22T00:00:00Z"
            : !TryReadTime(to, out end) ? "to is not a time as 2026-11-22T00:00:00Z"
            : end <= begin ? "to is not after from"
            : end - begin > SeriesLimits.SpanMax ? $"to is more than {SeriesLimits.SpanMax.TotalDays} days after from"
            : points is not null && (!int.TryParse(points, NumberStyles.None, CultureInfo.InvariantCulture, out pixels)
                || pixels is < SeriesLimits.PointsMin or > SeriesLimits.PointsMax)
                ? $"points is not a number from {SeriesLimits.PointsMin} to {SeriesLimits.PointsMax}"
            : null;
        if (fault is not null)
        {
            return false;
        }

        question = new SeriesQuestion(new SeriesId(id, name), begin, end, pixels);
        return true;
    }

    private static bool TryReadTime(string? text, out DateTimeOffset time) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time)
        && time > Earliest && time < Latest;
}
