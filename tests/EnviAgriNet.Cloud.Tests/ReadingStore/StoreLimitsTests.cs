using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Tests.ReadingStore;

/// <summary>Every bound of the store, met with its real value: what is beyond it is refused and counted, what is within is not.</summary>
public sealed class StoreLimitsTests : IDisposable
{
    private readonly StoreFolder _folder = new();
    private readonly SqliteReadingStore _store;

    public StoreLimitsTests() => _store = _folder.Open();

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Commit_HolesBeyondTheirNumber_AreTooManyGapsUntilOneIsFilled()
    {
        _store.Commit([.. Enumerable.Range(1, StoreLimits.RangesMax).Select(i => _folder.Pack(i * 2, StoreFolder.Reading(i, 1)))]);
        PackToStore beyond = _folder.Pack((StoreLimits.RangesMax * 2) + 2, StoreFolder.Reading(0, 1));

        AssertRefused(StoreRules.TooManyGaps, 1, PackFate.Rejected, beyond);

        // What tears no hole is taken all the same; it closes two ranges into one, so that there is room again.
        Assert.Equal(PackFate.Stored, _store.Commit([_folder.Pack(3, StoreFolder.Reading(0, 2, "pm10"))]).Packs[0].Fate);
        Assert.Equal(PackFate.Stored, _store.Commit([beyond]).Packs[0].Fate);
    }

    [Fact]
    public void Commit_OutboxesBeyondTheirNumber_AreTooManyOutboxes()
    {
        _store.Commit([.. Enumerable.Range(1, StoreLimits.OutboxesPerStationMax).Select(i =>
            _folder.Pack(StoreFolder.Station, $"box{i}", 1, default, StoreFolder.Reading(i, 1)))]);

        AssertRefused(
            StoreRules.TooManyOutboxes, 1, PackFate.Rejected, _folder.Pack(StoreFolder.Station, "beyond", 1, default, StoreFolder.Reading(0, 1)));
    }

    [Fact]
    public void Commit_ReadingsOfOneHourBeyondTheirNumber_AreHourFullAndARepeatIsADuplicate()
    {
        Reading[] hour = [.. Enumerable.Range(0, StoreLimits.SeriesHourReadingsMax).Select(i =>
            StoreFolder.Reading(0, 1) with { TakenAt = StoreFolder.Begin.AddMilliseconds(i * 99) })];
        _store.Commit([.. hour.Chunk(1_000).Select((part, i) => _folder.Pack(i + 1, part))]);
        Reading beyond = StoreFolder.Reading(0, 1) with { TakenAt = StoreFolder.Begin.AddMilliseconds(1) };

        AssertRefused(StoreRules.HourFull, 1, PackFate.Stored, _folder.Pack(900, beyond, hour[5], StoreFolder.Reading(61, 1)));

        LedgerLine line = _store.Ledger(null).Single();
        Assert.Equal((StoreLimits.SeriesHourReadingsMax + 1, 1), (line.ReadingsStored, line.ReadingsDuplicate));
    }

    [Fact]
    public void Commit_SeriesBeyondTheirNumber_AreTooManySeriesAndTheOldOnesGoOn()
    {
        Reading[] first = [.. Enumerable.Range(0, StoreLimits.SeriesPerStationMax).Select(i => StoreFolder.Reading(1, 1, $"pm25/c{i}"))];
        _store.Commit([_folder.Pack(1, first)]);

        AssertRefused(
            StoreRules.TooManySeries, 1, PackFate.Stored, _folder.Pack(2, StoreFolder.Reading(2, 1, "pm25/beyond"), StoreFolder.Reading(2, 1, "pm25/c7")));
        Assert.Equal(StoreLimits.SeriesPerStationMax + 1, _store.Ledger(null).Single().ReadingsStored);
    }

    [Fact]
    public void Commit_MonthsBeyondTheirNumber_AreTooManyMonths()
    {
        DateTimeOffset first = new(1971, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Reading[] months = [.. Enumerable.Range(0, StoreLimits.MonthsMax).Select(i =>
            StoreFolder.Reading(0, 1) with { TakenAt = first.AddMonths(i) })];
        _store.Commit([.. months.Chunk(1_000).Select((part, i) => _folder.Pack(i + 1, part))]);

        AssertRefused(
            StoreRules.TooManyMonths, 1, PackFate.Stored, _folder.Pack(900, StoreFolder.Reading(0, 1) with { TakenAt = first.AddMonths(StoreLimits.MonthsMax) }));
    }

    [Fact]
    public void Add_StationsBeyondTheirNumber_AreNone()
    {
        SeriesBook book = new();
        Assert.All(Enumerable.Range(0, StoreLimits.StationsMax), i => Assert.NotNull(book.Add(StationId.Parse($"s-{i}"))));
        Assert.Null(book.Add(StationId.Parse("beyond")));
    }

    private void AssertRefused(string rule, long count, PackFate fate, PackToStore pack)
    {
        CommittedPack committed = _store.Commit([pack]).Packs[0];
        Assert.Equal(fate, committed.Fate);
        if (fate == PackFate.Rejected)
        {
            Assert.Equal(rule, committed.Rule);
        }

        Assert.Equal(count, _store.Ledger(null).Sum(line => line.ReadingsRejected.GetValueOrDefault(rule)));
    }
}
