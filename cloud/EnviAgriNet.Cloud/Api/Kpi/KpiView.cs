
// Only records without behaviour: the shapes of the answers, together so that they can be read as one contract.
namespace EnviAgriNet.Cloud.Api.Kpi;

/// <summary>The performance of the network in a year: totals alone, nothing of one person or one station. Public.</summary>
/// <param name="Year">The Gregorian year it ends in.</param>
/// <param name="From">Its first moment.</param>
/// <param name="To">Its end, excluded.</param>
/// <param name="CountedTo">How far it was counted: the end, or network time.</param>
/// <param name="Years">The years that can be asked for and have anything.</param>
/// <param name="Measures">The figures.</param>
internal sealed record KpiView(
    int Year, DateTimeOffset From, DateTimeOffset To, DateTimeOffset? CountedTo, IReadOnlyList<int> Years, IReadOnlyList<KpiMeasure> Measures);

/// <summary>One figure with its target and what it rests on.</summary>
/// <param name="Name"><c>completeness</c>, <c>usable</c>, <c>uptime</c>, <c>delay</c>, <c>lead</c>, <c>reach</c> or <c>satisfaction</c>.</param>
/// <param name="Unit"><c>share</c> (0 to 1), <c>minutes</c> or <c>score</c> (1 to 5).</param>
/// <param name="Value">Null while it is not known: that is neither good nor bad.</param>
/// <param name="Target">What is aimed at.</param>
/// <param name="TargetIsExample">Nobody set a target for the year: the one shown is an example.</param>
/// <param name="HigherIsBetter">Which side of the target is the good one.</param>
/// <param name="IsMet">Whether it is reached; null while the value is not known.</param>
/// <param name="Basis">The numbers it rests on, by name; null what is kept back or not known.</param>
internal sealed record KpiMeasure(
    string Name, string Unit, double? Value, double Target, bool TargetIsExample, bool HigherIsBetter, bool? IsMet, IReadOnlyDictionary<string, double?> Basis);

/// <summary>The stations of a year one by one, for officers.</summary>
internal sealed record KpiStationsView(int Year, DateTimeOffset? CountedTo, IReadOnlyList<KpiStation> Stations);

/// <summary>One station: what arrived out of what could have, how much of it is usable, how long it was there, and its ledger.</summary>
internal sealed record KpiStation(
    string Station, string NameTh, string NameEn, string Region, long Hours, long OfHours, double? Completeness, long Readings, double? Usable, double? Uptime,
    double? Known, long PacksMissing, long PacksDropped, long PacksRejected, DateTimeOffset? Newest);
