using EnviAgriNet.Core.Quantities;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Indices;

/// <summary>The series that carry the standardized precipitation index of a station: its scale in months and its name.</summary>
public static class SpiSeries
{
    /// <summary>All of them, by scale.</summary>
    public static IReadOnlyList<(int Scale, SeriesName Series)> All { get; } =
        [.. new[] { 1, 3, 6, 12 }.Select(scale => (scale, SeriesName.Of(QuantityCatalog.Get($"spi_{scale}"))))];
}
