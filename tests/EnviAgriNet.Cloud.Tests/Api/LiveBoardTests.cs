using EnviAgriNet.Cloud.Api;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Tests.Api;

public sealed class LiveBoardTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch.AddYears(56);
    private readonly LiveBoard _board = new();

    [Fact]
    public void Since_SlowReader_GetsTheNewestAndSkipsTheRest()
    {
        for (int step = 0; step < 100_000; step++)
        {
            Commit(step % 10, step, step);
        }

        LiveChanges changes = _board.Since(0, 500);

        Assert.Equal(10, changes.Values.Count);
        Assert.All(changes.Values, value => Assert.True(value.Newest.Value >= 99_990));
        Assert.Equal(99_990, changes.Skipped);
        Assert.Empty(_board.Since(changes.UpTo, 500).Values);
    }

    [Fact]
    public void Since_MoreThanFitsOneEvent_ComesInSeveral_EachSeriesOnce()
    {
        for (int station = 0; station < 25; station++)
        {
            Commit(station, 0, station);
        }

        List<string> seen = [];
        LiveChanges changes;
        long upTo = 0;
        do
        {
            changes = _board.Since(upTo, 10);
            upTo = changes.UpTo;
            seen.AddRange(changes.Values.Select(value => value.Series.Station.Value));
        }
        while (changes.IsCut);

        Assert.Equal(25, seen.Count);
        Assert.Equal(25, seen.Distinct().Count());
    }

    [Fact]
    public void OnCommitted_BackfilledReading_DoesNotReplaceTheNewest()
    {
        Commit(1, 100, 5);
        string position = _board.Position;
        Commit(1, 50, 99);

        Assert.Equal(position, _board.Position);
        Assert.Equal(5, _board.Since(0, 10).Values.Single().Newest.Value);
    }

    [Fact]
    public void Since_FewChangesOfMany_AreFoundWithoutTheOthers_ByStationAndQuantity()
    {
        for (int station = 0; station < 200; station++)
        {
            Commit(station, 0, station);
        }

        long before = _board.Change;
        Commit(7, 10, 1);
        Commit(8, 10, 2);
        Commit(7, 20, 3);
        LiveFilter humid = new(null, new HashSet<string> { "humidity" });
        LiveFilter eighth = new([StationId.Parse("st-008")], new HashSet<string> { "pm25" });

        Assert.Equal([2.0, 3.0], _board.Since(before, 500).Values.Select(v => v.Newest.Value));
        Assert.Equal(1, _board.Since(before, 500).Skipped);
        Assert.Empty(_board.Since(before, 500, humid).Values);
        Assert.Equal([2.0], _board.Since(before, 500, eighth).Values.Select(v => v.Newest.Value));
    }

    [Fact]
    public void TryFindPosition_OfThisRunOnly_AndNeverAheadOfIt()
    {
        Commit(1, 0, 1);
        string position = _board.Position;

        Assert.True(_board.TryFindPosition(position, out long change));
        Assert.Equal(_board.Change, change);
        foreach (string? other in (string?[])[null, "", "1", ".", new LiveBoard().Position, position + "0", position + ".1", position.Replace('.', '-')])
        {
            Assert.False(_board.TryFindPosition(other, out _), other);
        }
    }

    private void Commit(int station, int second, double value) => _board.OnCommitted(
    [
        new CommittedPack(
            StationId.Parse($"st-{station:000}"),
            PackFate.Stored,
            [new Reading(SeriesName.Parse("pm25"), Start.AddSeconds(second), value, QualityFlag.Pass)],
            DateTimeOffset.MinValue),
    ]);
}
