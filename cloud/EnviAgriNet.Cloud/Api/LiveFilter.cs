using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Api;

/// <summary>Which series a page has on its screen.</summary>
/// <param name="Stations">The stations; null for all.</param>
/// <param name="Series">Names of series or codes of quantities; null for all.</param>
internal sealed record LiveFilter(IReadOnlyList<StationId>? Stations, IReadOnlySet<string>? Series)
{
    /// <summary>Whether a series is wanted, of whatever station.</summary>
    public bool HasSeries(SeriesName name) => Series is null || Series.Contains(name.Text) || Series.Contains(name.Quantity.Code);
}
