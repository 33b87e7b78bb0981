using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Tests.Hazards;

/// <summary>A province under test: feeds readings in the order of measurement and keeps what changed.</summary>
internal sealed class ProvinceBench
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public ProvinceBench(HazardRules? rules = null, string province = "50") =>
        Province = new Province(
            RegionId.Parse(province), rules ?? new HazardRules(), new Dictionary<(RegionId, HazardKind), TrackerState>());

    public Province Province { get; }

    public List<HazardChange> Changes { get; } = [];

    public static Site SiteOf(string station, string region = "5001", double? bank = null, double? ground = null) =>
        new(StationId.Parse(station), RegionId.Parse(region), bank, ground);

    public static SiteReading Of(
        Site site, string series, DateTimeOffset at, double value, QualityFlag quality = QualityFlag.Pass) =>
        new(site, new Reading(SeriesName.Parse(series), at, value, quality));

    /// <summary>Feeds one reading; network time is its time unless given.</summary>
    public IReadOnlyList<HazardChange> Feed(SiteReading reading, DateTimeOffset? now = null)
    {
        IReadOnlyList<HazardChange> changes = Province.Accept([reading], now ?? reading.Reading.TakenAt);
        Changes.AddRange(changes);
        return changes;
    }

    /// <summary>Feeds a value each step from a time (included) for so long (excluded).</summary>
    public void Hold(Site site, string series, DateTimeOffset from, TimeSpan length, TimeSpan step, Func<DateTimeOffset, double> value)
    {
        for (DateTimeOffset at = from; at < from + length; at += step)
        {
            Feed(Of(site, series, at, value(at)));
        }
    }

    public void Advance(DateTimeOffset now) => Changes.AddRange(Province.Advance(now));

    public IEnumerable<ChangeKind> Kinds => Changes.Select(c => c.Kind);
}
