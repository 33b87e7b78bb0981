// Only records without behaviour: the shape of the answer.
namespace EnviAgriNet.Cloud.Api.Series;

/// <summary>
/// A series as a picture shows it: columns of equal length, ascending by time. A row is a pixel that has readings; in each gap stands one
/// row without values, of quality 9, so that a drawn line breaks there.
/// </summary>
/// <param name="Station">The station.</param>
/// <param name="Series">The series.</param>
/// <param name="NameTh">The Thai name of its quantity.</param>
/// <param name="NameEn">The English one.</param>
/// <param name="Unit">The UCUM code of its unit.</param>
/// <param name="Decimals">With how many decimals values are shown.</param>
/// <param name="From">Where the first pixel begins.</param>
/// <param name="To">Where the span ends.</param>
/// <param name="StepS">How many seconds a pixel is long.</param>
/// <param name="Source"><c>readings</c>, <c>hours</c> or <c>days</c>.</param>
/// <param name="IntervalS">The usual time between readings, of late; null while it is not known, and of roll-ups.</param>
/// <param name="T">Seconds since 1970.</param>
/// <param name="Min">The lowest usable reading.</param>
/// <param name="Max">The highest.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Last">The last; null of roll-ups.</param>
/// <param name="Count">How many are usable.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Quality">The worst flag; 9 in a gap. Of roll-ups 3 where some were not usable, else 1.</param>
/// <param name="Test">The test that set it.</param>
/// <param name="DoubtMin">The lowest of the readings that are not usable; null of roll-ups.</param>
/// <param name="DoubtMax">The highest.</param>
/// <param name="Gaps">Where the series was silent.</param>
/// <param name="GapsTotal">How often; not all may be listed.</param>
/// <param name="NetworkTime">Now.</param>
internal sealed record SeriesView(
    string Station,
    string Series,
    string NameTh,
    string NameEn,
    string Unit,
    int Decimals,
    DateTimeOffset From,
    DateTimeOffset To,
    long StepS,
    string Source,
    double? IntervalS,
    IReadOnlyList<long> T,
    IReadOnlyList<double?> Min,
    IReadOnlyList<double?> Max,
    IReadOnlyList<double?> Mean,
    IReadOnlyList<double?> Last,
    IReadOnlyList<long> Count,
    IReadOnlyList<long> Total,
    IReadOnlyList<int> Quality,
    IReadOnlyList<string?> Test,
    IReadOnlyList<double?> DoubtMin,
    IReadOnlyList<double?> DoubtMax,
    IReadOnlyList<GapView> Gaps,
    int GapsTotal,
    DateTimeOffset? NetworkTime);

/// <summary>A silence of a series.</summary>
internal sealed record GapView(DateTimeOffset From, DateTimeOffset To);
