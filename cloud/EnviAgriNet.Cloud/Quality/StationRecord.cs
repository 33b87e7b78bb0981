using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Quality;

/// <summary>What a station measured around a span, as the judge sees it.</summary>
/// <param name="Station">The station.</param>
/// <param name="Kilometres">How far it is from the station that is judged; 0 for itself.</param>
/// <param name="Series">Its readings by series, ascending by time.</param>
internal sealed record StationRecord(
    StationId Station, double Kilometres, IReadOnlyDictionary<SeriesName, IReadOnlyList<Reading>> Series);
