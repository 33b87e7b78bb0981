using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.ReadingStore.Verdicts;

/// <summary>What a quality version says of one station and hour.</summary>
/// <param name="Station">The station.</param>
/// <param name="From">When the hour begins.</param>
/// <param name="Readings">How many readings of all series were judged: an hour that has more by now is judged again.</param>
/// <param name="Series">Every series that was judged, with the verdicts that differ from the raw flags; most have none.</param>
internal sealed record JudgedHour(StationId Station, DateTimeOffset From, long Readings, IReadOnlyList<SeriesVerdicts> Series);

/// <summary>The verdicts of a series and an hour that differ from the raw flags, ascending by time.</summary>
internal sealed record SeriesVerdicts(SeriesName Series, IReadOnlyList<TimedVerdict> Verdicts);

/// <summary>The verdict on the reading of a time.</summary>
internal readonly record struct TimedVerdict(DateTimeOffset TakenAt, QualityFlag Flag, QualityTest Test);
