using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Indices;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Api.Map;

/// <summary>The newest value of a station for a map: of several series the freshest usable one.</summary>
/// <param name="Value">The value; null when it is not known.</param>
/// <param name="TakenAt">When it was measured.</param>
/// <param name="Quality">Its flag; 9 when there is no value.</param>
/// <param name="Series">Which series; null for an index.</param>
internal readonly record struct MapNow(double? Value, DateTimeOffset? TakenAt, int Quality, string? Series)
{
    /// <summary>Nothing is known.</summary>
    public static MapNow Unknown { get; } = new(null, null, (int)QualityFlag.Missing, null);

    /// <summary>The newest value of a quantity.</summary>
    public static MapNow Of(IReadOnlyList<Reading>? readings, DateTimeOffset since) => Best(readings, since) is { } reading
        ? new MapNow(reading.Value, reading.TakenAt, (int)reading.Quality, reading.Series.Text)
        : Unknown;

    /// <summary>The heat index of the newest temperature and humidity, if both may be trusted and are not old.</summary>
    public static MapNow Heat(IReadOnlyList<Reading>? temperature, IReadOnlyList<Reading>? humidity, DateTimeOffset since) =>
        Usable(temperature, since) is { } t && Usable(humidity, since) is { } h && HeatIndex.Of(t.Value, h.Value) is { } index
            ? new MapNow(index, t.TakenAt < h.TakenAt ? t.TakenAt : h.TakenAt, Math.Max((int)t.Quality, (int)h.Quality), null)
            : Unknown;

    /// <summary>How far the river stands below its bank.</summary>
    public static MapNow Bank(IReadOnlyList<Reading>? level, Station station, DateTimeOffset since) =>
        Usable(level, since) is { } reading && RiverBank.Of(reading.Value, station.BankLevel, station.GroundLevel) is { } bank
            ? new MapNow(bank.Percent, reading.TakenAt, (int)reading.Quality, reading.Series.Text)
            : Unknown;

    private static Reading? Usable(IReadOnlyList<Reading>? readings, DateTimeOffset since) =>
        Best(readings, since) is { IsUsable: true } reading && reading.TakenAt >= since ? reading : null;

    private static Reading? Best(IReadOnlyList<Reading>? readings, DateTimeOffset since) => readings is null or { Count: 0 }
        ? null
        : readings.OrderBy(r => r.TakenAt < since).ThenBy(r => !r.IsUsable).ThenBy(r => r.Series.Text, StringComparer.Ordinal).First();
}
