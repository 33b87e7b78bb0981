using System.Diagnostics.CodeAnalysis;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Api.Series;

/// <summary>Which series, which span, and how wide the picture is.</summary>
internal sealed record SeriesQuestion(SeriesId Series, DateTimeOffset From, DateTimeOffset To, int Points)
{
    /// <summary>Reads a question; false with a sentence that names the field and its limit.</summary>
    public static bool TryRead(
        string? station,
        string? series,
        DateTimeOffset? from,
        DateTimeOffset? to,
        int? points,
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

        fault = from is not { } begin || to is not { } end ? "from and to are times as 2026-11-22T00:00:00Z"
            : end <= begin ? "to is a time after from"
            : end - begin > SeriesLimits.SpanMax ? $"to is at most {SeriesLimits.SpanMax.TotalDays} days after from"
            : points is < SeriesLimits.PointsMin or > SeriesLimits.PointsMax
                ? $"points is a number from {SeriesLimits.PointsMin} to {SeriesLimits.PointsMax}"
            : null;
        if (fault is not null)
        {
            return false;
        }

        question = new SeriesQuestion(
            new SeriesId(id, name), from!.Value.ToUniversalTime(), to!.Value.ToUniversalTime(), points ?? SeriesLimits.PointsDefault);
        return true;
    }
}
