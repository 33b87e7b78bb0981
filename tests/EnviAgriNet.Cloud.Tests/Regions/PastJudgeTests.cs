using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Tests.Regions;

/// <summary>P5: what came late is judged for the record, and only where nothing else has judged it or still does.</summary>
public sealed class PastJudgeTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Station City = RegionBench.StationOf("cm-city", "5001");

    private readonly MemoryReadings _store = new();

    [Fact]
    public void Judge_EventOfTheSpan_IsForTheRecordAndThoseAfterTheSpanAreNotItsBusiness()
    {
        Fill(240, hour => hour is (>= 24 and < 60) or (>= 150 and < 190));

        IReadOnlyList<HazardChange> changes = Judge(from: 24, to: 59, until: 239);

        Assert.Single(changes.Select(c => c.EventId).Distinct());
        Assert.Equal((ChangeKind.Opened, ChangeKind.Ended), (changes[0].Kind, changes[^1].Kind));
        Assert.InRange(changes[0].Onset, Start.AddHours(24), Start.AddHours(40));
        Assert.All(changes, c => Assert.False(c.IsLive, $"{c}"));
    }

    [Fact]
    public void Judge_EventThatStillStands_IsLeftToTheLiveJudge()
    {
        Fill(48, hour => hour >= 24);

        Assert.Empty(Judge(from: 24, to: 40, until: 47));
    }

    private void Fill(int hours, Func<int, bool> isHazy) => _store.Add(
        City.Id, Enumerable.Range(0, hours).Select(hour => RegionBench.Of("pm25", Start.AddHours(hour), isHazy(hour) ? 150 : 10)));

    private IReadOnlyList<HazardChange> Judge(int from, int to, int until) => new PastJudge(_store, new MemoryStations(City)).Judge(
        RegionId.Parse("50"), new HazardRules(), new PastSpan(Start.AddHours(from), Start.AddHours(to), Start.AddHours(until)),
        Start.AddHours(until));
}
